"""Blobs in Azure Blob Storage, or in Azurite."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import IO, TYPE_CHECKING, Self, cast

from shared.application.ports import BlobInfo
from shared.domain.errors import NotFound
from shared.infrastructure.azure_service import answering
from shared.infrastructure.blob.container import CONTAINER, open_container
from shared.infrastructure.blob.joined import Joined
from shared.infrastructure.blob_names import check_name

if TYPE_CHECKING:
    from azure.storage.blob import ContainerClient, StorageStreamDownloader

SERVICE = "blob store"
BLOCKS_IN_FLIGHT = 4  # of 8 MB each, while one blob is put
_PAST_THE_END = 416


class AzureBlobs:
    def __init__(self, open_it: Callable[[], "ContainerClient"]) -> None:
        self._open = open_it

    @classmethod
    def connect(cls, where: str, container: str = CONTAINER) -> Self:
        """`where`: an account's URL, or a connection string. Nothing is asked before the first use."""
        return cls(partial(open_container, where, container))

    @cached_property
    def _container(self) -> "ContainerClient":
        return self._open()

    def put(
        self, name: str, data: bytes | Iterable[bytes], content_type: str = "application/octet-stream"
    ) -> None:
        from azure.storage.blob import ContentSettings

        with answering(SERVICE):
            self._container.upload_blob(
                check_name(name),
                data if isinstance(data, bytes) else cast("IO[bytes]", Joined(data)),
                overwrite=True,
                max_concurrency=BLOCKS_IN_FLIGHT,
                content_settings=ContentSettings(content_type=content_type),
            )

    def get(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        return b"".join(self.stream(name, offset, length))

    def stream(self, name: str, offset: int = 0, length: int | None = None) -> Iterator[bytes]:
        with answering(SERVICE):
            download = self._download(name, offset, length)
        return _chunks(download) if download else iter(())

    def stat(self, name: str) -> BlobInfo | None:
        try:
            with answering(SERVICE):
                blob = self._container.get_blob_client(check_name(name)).get_blob_properties()
        except NotFound:
            return None
        return BlobInfo(blob.size, blob.etag, blob.content_settings.content_type or "")

    def remove(self, name: str) -> None:
        try:
            with answering(SERVICE):
                self._container.delete_blob(check_name(name))
        except NotFound:
            return

    def _download(
        self, name: str, offset: int, length: int | None
    ) -> "StorageStreamDownloader[bytes] | None":
        """The first block is asked for here. None for a range that holds nothing."""
        from azure.core.exceptions import HttpResponseError

        try:
            # Azure refuses a length of nothing; one byte is asked for to learn whether the blob exists.
            download = self._container.download_blob(
                check_name(name), offset, max(length, 1) if length is not None else None
            )
        except HttpResponseError as error:
            if error.status_code == _PAST_THE_END:
                return None
            raise
        return None if length == 0 else download


def _chunks(download: "StorageStreamDownloader[bytes]") -> Iterator[bytes]:
    with answering(SERVICE):
        yield from download.chunks()
