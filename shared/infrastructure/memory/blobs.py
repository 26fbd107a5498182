"""Blobs in a dictionary, for unit tests."""

from collections.abc import Iterable, Iterator
from uuid import uuid4

from shared.application.ports import BlobInfo
from shared.domain.errors import NotFound
from shared.infrastructure.blob_names import check_name

CHUNK = 64 * 1024  # bytes


class MemoryBlobs:
    def __init__(self) -> None:
        self._blobs: dict[str, tuple[bytes, BlobInfo]] = {}

    def put(
        self, name: str, data: bytes | Iterable[bytes], content_type: str = "application/octet-stream"
    ) -> None:
        whole = data if isinstance(data, bytes) else b"".join(data)
        self._blobs[check_name(name)] = whole, BlobInfo(len(whole), uuid4().hex, content_type)

    def get(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        try:
            whole, _ = self._blobs[check_name(name)]
        except KeyError:
            raise NotFound(f"There is no blob {name}.") from None
        return whole[offset : None if length is None else offset + length]

    def stream(self, name: str, offset: int = 0, length: int | None = None) -> Iterator[bytes]:
        part = self.get(name, offset, length)
        return (part[start : start + CHUNK] for start in range(0, len(part), CHUNK))

    def stat(self, name: str) -> BlobInfo | None:
        found = self._blobs.get(check_name(name))
        return found and found[1]

    def remove(self, name: str) -> None:
        self._blobs.pop(check_name(name), None)

    def names(self) -> list[str]:
        """What is kept, for a test to look at."""
        return sorted(self._blobs)
