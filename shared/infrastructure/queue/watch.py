"""Queues in Azure Queue Storage, or in Azurite, seen from outside."""

from typing import Self

from shared.application.ports import QueueLook
from shared.domain.errors import NotFound
from shared.infrastructure.azure_service import answering
from shared.infrastructure.queue.client import SERVICE, Queues, open_queues

PEEKED = 32  # the most that can be looked at in one request; the front of the queue is about the oldest


class AzureQueueWatch:
    def __init__(self, queues: Queues) -> None:
        self._queues = queues

    @classmethod
    def connect(cls, where: str) -> Self:
        """`where`: the URL of the account's queues, or a connection string."""
        return cls(open_queues(where))

    def look(self, queue: str) -> QueueLook:
        """A queue that nobody has made yet is empty, and is not made by being looked at."""
        client = self._queues.client(queue)
        try:
            with answering(SERVICE):
                length = client.get_queue_properties().approximate_message_count or 0
                seen = client.peek_messages(PEEKED) if length else []
        except NotFound:
            return QueueLook(0, None)
        return QueueLook(length, min((m.inserted_on for m in seen if m.inserted_on), default=None))
