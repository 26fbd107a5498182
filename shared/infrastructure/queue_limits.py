"""What a queue carries at most."""

MAX_MESSAGE = 48 * 1024  # bytes; base64 makes 64 KB of them, the limit of Azure Queue Storage


def check_message(message: str) -> str:
    """Raises ValueError: messages carry ids, so a long one is a mistake in the program."""
    if (size := len(message.encode())) > MAX_MESSAGE:
        raise ValueError(f"A message holds at most {MAX_MESSAGE} bytes, not {size}.")
    return message


def poison(queue: str) -> str:
    """The queue of messages that could not be handled, named as the functions host names it."""
    return f"{queue}-poison"
