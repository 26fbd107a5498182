"""App settings: the environment, read as the Functions host reads it."""

import os
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from azure.storage.queue.aio import QueueServiceClient


def resolve(text: str) -> str:
    """`%NAME%` becomes the setting's value. KeyError with a sentence when it is not set."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in os.environ:
            raise KeyError(f"the app setting {match[1]} is not set")
        return os.environ[match[1]]

    return re.sub(r"%([^%]+)%", value, text)


def disabled(function: str) -> bool:
    """`AzureWebJobs.NAME.Disabled`, as the portal of Azure sets it."""
    names = (f"AzureWebJobs.{function}.Disabled", f"AzureWebJobs_{function}_Disabled")
    return any(os.environ.get(name, "").lower() in ("1", "true") for name in names)


def queue_service(connection: str) -> "QueueServiceClient":
    """The queues behind a connection name: a connection string, or NAME__queueServiceUri with an identity.

    KeyError with a sentence when neither is set.
    """
    from azure.storage.queue.aio import QueueServiceClient

    # The SDK would sit 15 s and more on a store that is not up yet; the listeners look again by themselves.
    patience: dict[str, Any] = {"initial_backoff": 0, "increment_base": 1, "retry_total": 2}
    short = connection.removeprefix("AzureWebJobs") or "Storage"
    for name in (f"AzureWebJobs{short}", short):
        if text := os.environ.get(name):
            return QueueServiceClient.from_connection_string(text, **patience)
        if uri := os.environ.get(f"{name}__queueServiceUri"):
            from azure.identity.aio import DefaultAzureCredential

            return QueueServiceClient(uri, DefaultAzureCredential(), **patience)
    raise KeyError(f"the storage connection {connection!r} is in no app setting")
