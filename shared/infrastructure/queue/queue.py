"""Queues in Azure Queue Storage, or in Azurite: the sender's end."""

from base64 import b64encode
from typing import Self

from shared.infrastructure.queue.client import Queues, open_queues
from shared.infrastructure.queue_limits import check_message

FOREVER = -1  # seconds to live; Azure's default of 7 days would lose the work of a long outage


class AzureQueue:
    def __init__(self, queues: Queues) -> None:
        self._queues = queues

    @classmethod
    def connect(cls, where: str) -> Self:
        """`where`: the URL of the account's queues, or a connection string."""
        return cls(open_queues(where))

    def put(self, queue: str, message: str) -> None:
        # base64 is what host.json promises to the functions host, and what carries any text through XML
        text = b64encode(check_message(message).encode()).decode()
        self._queues.ask(queue, lambda client: client.send_message(text, time_to_live=FOREVER))
