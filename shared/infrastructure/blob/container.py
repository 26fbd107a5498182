"""The container that holds every blob of the product."""

from typing import TYPE_CHECKING, Any

from shared.infrastructure.azure_service import RETRIES, TIMEOUTS, answering, credential

if TYPE_CHECKING:
    from azure.storage.blob import ContainerClient

CONTAINER = "imagini"
BLOCK = 8 * 1024 * 1024  # bytes per block, put or read
_SIZES: dict[str, Any] = {
    "max_block_size": BLOCK,
    "max_single_put_size": BLOCK,
    "max_single_get_size": BLOCK,
    "max_chunk_get_size": BLOCK,
}


def open_container(where: str, container: str = CONTAINER) -> "ContainerClient":
    """`where`: the URL of a storage account, entered with our identity; or a connection string (local only).

    With a connection string the container is created where it is missing; in Azure bicep has done that.
    Raises Unavailable.
    """
    from azure.storage.blob import ContainerClient, ExponentialRetry

    patience: dict[str, Any] = {"retry_policy": ExponentialRetry(**RETRIES), **TIMEOUTS}
    if where.startswith("https://"):
        return ContainerClient(where, container, credential(), **patience, **_SIZES)
    client = ContainerClient.from_connection_string(where, container, **patience, **_SIZES)
    _create(client)
    return client


def _create(client: "ContainerClient") -> None:
    from azure.core.exceptions import ResourceExistsError

    with answering("blob store"):
        try:
            client.create_container()
        except ResourceExistsError:
            return
