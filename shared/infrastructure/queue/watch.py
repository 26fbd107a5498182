"""Queues in Azure Queue Storage, or in Azurite, seen from outside."""

from typing import Self

from shared.application.ports import QueueLook
from shared.infrastructure.queue.client import Queues, open_queues

PEEKED = 32  # the most that can be looked at in one request; the front of the queue is about the oldest


class AzureQueueWatch:
    def __init__(self, queues: Queues) -> None:
        self._queues = queues

    @classmethod
    def connect(cls, where: str) -> Self:
        """`where`: the URL of the account's queues, or a connection string."""
        return cls(open_queues(where))

    def look(self, queue: str) -> QueueLook:
        properties = self._queues.ask(queue, lambda client: client.get_queue_properties())
        length = properties.approximate_message_count or 0
        if not length:
            return QueueLook(0, None)
        seen = self._queues.ask(queue, lambda client: client.peek_messages(PEEKED))
        return QueueLook(length, min((m.inserted_on for m in seen if m.inserted_on), default=None))
