"""No queue: for a tool that only writes records. What its commits promise, the app's sweep sends."""

from shared.domain.errors import Unavailable


class AbsentQueue:
    def put(self, queue: str, message: str) -> None:
        raise Unavailable(f"There is no queue here to put a message of {len(message)} characters on {queue}.")
