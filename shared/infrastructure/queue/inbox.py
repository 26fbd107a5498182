"""Queues in Azure Queue Storage, or in Azurite: the end of a process that pulls."""

from base64 import b64decode
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from shared.application.ports import Delivery
from shared.domain.errors import NotFound, Stale
from shared.infrastructure.queue.client import Queues, open_queues
from shared.infrastructure.queue.queue import AzureQueue
from shared.infrastructure.queue_limits import poison

if TYPE_CHECKING:
    from azure.storage.queue import QueueMessage

_LOST = "This message is in other hands."


class AzureInbox:
    def __init__(self, queues: Queues) -> None:
        self._queues = queues

    @classmethod
    def connect(cls, where: str) -> Self:
        """`where`: the URL of the account's queues, or a connection string."""
        return cls(open_queues(where))

    def take(self, queue: str, hidden_for: timedelta) -> Delivery | None:
        seconds = _seconds(hidden_for)
        taken = self._queues.ask(queue, lambda client: client.receive_message(visibility_timeout=seconds))
        return _delivery(taken) if taken else None

    def extend(self, queue: str, delivery: Delivery, hidden_for: timedelta) -> Delivery:
        """Raises Stale if the message reappeared and somebody else took it."""
        from azure.core.exceptions import HttpResponseError

        seconds = _seconds(hidden_for)
        try:
            held = self._queues.ask(
                queue,
                lambda client: client.update_message(
                    delivery.id, delivery.receipt, visibility_timeout=seconds
                ),
            )
        except (HttpResponseError, NotFound) as error:
            if not _is_lost(error):
                raise
            raise Stale(_LOST) from error
        return delivery._replace(receipt=held.pop_receipt or "")

    def done(self, queue: str, delivery: Delivery) -> None:
        """Nothing happens to a message that is in other hands: it will be delivered again."""
        from azure.core.exceptions import HttpResponseError

        try:
            self._queues.ask(queue, lambda client: client.delete_message(delivery.id, delivery.receipt))
        except (HttpResponseError, NotFound) as error:
            if not _is_lost(error):
                raise

    def bury(self, queue: str, delivery: Delivery) -> None:
        AzureQueue(self._queues).put(poison(queue), delivery.message)
        self.done(queue, delivery)

    def length(self, queue: str) -> int:
        properties = self._queues.ask(queue, lambda client: client.get_queue_properties())
        return properties.approximate_message_count or 0


def _seconds(span: timedelta) -> int:
    return max(1, round(span.total_seconds()))  # whole seconds, at least one, as Azure counts


def _delivery(message: "QueueMessage") -> Delivery:
    attempts, receipt = message.dequeue_count or 1, message.pop_receipt or ""
    return Delivery(message.id, _text(message.content), attempts, receipt, message.inserted_on)


def _text(content: str) -> str:
    """What somebody else put without base64 is passed on as it is, for the consumer to refuse."""
    try:
        return b64decode(content, validate=True).decode()
    except ValueError:
        return content


def _is_lost(error: Exception) -> bool:
    return isinstance(error, NotFound) or getattr(error, "error_code", "") == "PopReceiptMismatch"
