"""The names of all blobs below a name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Self

from shared.infrastructure.azure_service import answering
from shared.infrastructure.blob.blobs import SERVICE
from shared.infrastructure.blob.container import CONTAINER, open_container

if TYPE_CHECKING:
    from azure.storage.blob import ContainerClient


class AzureBlobHoldings:
    def __init__(self, open_it: Callable[[], "ContainerClient"]) -> None:
        self._open = open_it

    @classmethod
    def connect(cls, where: str, container: str = CONTAINER) -> Self:
        """`where`: an account's URL, or a connection string. Nothing is asked before the first use."""
        return cls(partial(open_container, where, container))

    def under(self, prefix: str) -> Iterator[str]:
        """Raises ValueError for no prefix: that would be everybody's."""
        if not prefix:
            raise ValueError("Say whose blobs.")
        with answering(SERVICE):
            yield from self._open().list_blob_names(name_starts_with=prefix)
