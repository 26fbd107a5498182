"""Clients of Azure's queues, and the queues themselves where they are missing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shared.domain.errors import NotFound
from shared.infrastructure.azure_service import RETRIES, TIMEOUTS, answering, credential

if TYPE_CHECKING:
    from azure.storage.queue import QueueClient, QueueServiceClient

SERVICE = "queue"


class Queues:
    def __init__(self, service: "QueueServiceClient") -> None:
        self._service = service
        self._clients: dict[str, QueueClient] = {}

    def client(self, queue: str) -> "QueueClient":
        # Two threads may both make one; either serves.
        return self._clients.get(queue) or self._clients.setdefault(
            queue, self._service.get_queue_client(queue)
        )

    def ask[T](self, queue: str, question: Callable[["QueueClient"], T]) -> T:
        """The answer, after creating the queue if there is none. Raises Unavailable, NotFound."""
        client = self.client(queue)
        try:
            with answering(SERVICE):
                return question(client)
        except NotFound as error:
            if getattr(error.__cause__, "error_code", "") != "QueueNotFound":
                raise
        _create(client)
        with answering(SERVICE):
            return question(client)


def open_queues(where: str) -> Queues:
    """`where`: the URL of a storage account's queues, entered with our identity; or a connection string."""
    from azure.storage.queue import ExponentialRetry, QueueServiceClient

    patience: dict[str, Any] = {"retry_policy": ExponentialRetry(**RETRIES), **TIMEOUTS}
    if where.startswith("https://"):
        return Queues(QueueServiceClient(where, credential(), **patience))
    return Queues(QueueServiceClient.from_connection_string(where, **patience))


def _create(client: "QueueClient") -> None:
    from azure.core.exceptions import ResourceExistsError

    with answering(SERVICE):
        try:
            client.create_queue()
        except ResourceExistsError:
            return
