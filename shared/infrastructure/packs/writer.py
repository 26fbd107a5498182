"""Writes files one behind the other into blobs of some megabytes: a dozen requests instead of hundreds."""

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from shared.application.ports import Blobs
from shared.domain.entity import new_id
from shared.infrastructure.packs.near import Near

SEGMENT = 8 << 20  # bytes of a blob, and one request to write it; a larger file has one of its own
TRANSFERS = 4  # blobs under way to the store at a time


class PackWriter:
    """`near`: keeps what is written at hand too. `count`: blobs are called by numbers from there on."""

    def __init__(self, blobs: Blobs, near: Near | None = None, *, count: int | None = None) -> None:
        self._blobs, self._near, self._count = blobs, near, count
        self._pool = ThreadPoolExecutor(TRANSFERS, "packs")
        self._transfers: deque[Future[None]] = deque()
        self._folder = self._blob = ""
        self._files: list[bytes] = []
        self._size = 0
        self.blobs = self.bytes = 0  # that were begun

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def add(self, folder: str, file: bytes) -> tuple[str, int]:
        """The blob in which the file will lie, and where in it. It is stored after `flush`."""
        if folder != self._folder or self._size + len(file) > SEGMENT:
            self._close()
        if not self._files:
            self._folder, self._blob = folder, f"{folder}/{self._name()}.pack"
            self.blobs += 1
        at = self._size
        self._files.append(file)
        self._size += len(file)
        self.bytes += len(file)
        return self._blob, at

    def _name(self) -> str:
        return new_id() if self._count is None else str(self._count + self.blobs)

    def flush(self) -> None:
        """Returns when everything is stored. Raises Unavailable."""
        self._close()
        while self._transfers:
            self._transfers.popleft().result()

    def _close(self) -> None:
        if not self._files:
            return
        while len(self._transfers) >= TRANSFERS:
            self._transfers.popleft().result()
        self._transfers.append(self._pool.submit(self._put, self._blob, self._files))
        self._files, self._size = [], 0

    def _put(self, blob: str, files: list[bytes]) -> None:
        data = files[0] if len(files) == 1 else b"".join(files)
        self._blobs.put(blob, data)
        if self._near:
            self._near.keep(blob, data)
