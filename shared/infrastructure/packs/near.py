"""Blobs that never change, on the disk of this machine: what is read again is copied, not fetched."""

import mmap
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from tempfile import TemporaryFile
from threading import Lock

from shared.application.ports import Blobs
from shared.core.measures import CACHE
from shared.core.telemetry import measured
from shared.domain.errors import DomainError

MOST = 512 << 20  # bytes on the disk of one process
LARGEST = 64 << 20  # bytes of a blob; more is read range by range
TURNS = 64  # locks, so that a blob is not fetched by two at once


class Near:
    """Files without a name: they go when they are forgotten, or when the process ends, however it ends."""

    def __init__(self, blobs: Blobs, most: int = MOST) -> None:
        self._blobs, self._most = blobs, most
        self._held: OrderedDict[str, memoryview] = OrderedDict()
        self._bytes, self._lock = 0, Lock()
        self._turns = [Lock() for _ in range(TURNS)]

    def find(self, blob: str) -> memoryview | None:
        """Without waiting."""
        view = self._find(blob)
        if view is not None:
            measured(CACHE, 1, cache="disk", outcome="hit")
        return view

    def _find(self, blob: str) -> memoryview | None:
        with self._lock:
            view = self._held.get(blob)
            if view is not None:
                self._held.move_to_end(blob)
            return view

    def fetch(self, blob: str, size: int) -> memoryview | None:
        """`size`: at least as many bytes. Blocks. None for one that is too large. Raises NotFound."""
        if size > min(LARGEST, self._most):
            return None
        with self._turns[hash(blob) % TURNS]:
            held = self.find(blob)
            if held is not None:
                return held
            measured(CACHE, 1, cache="disk", outcome="miss")
            return self._hold(blob, self._blobs.stream(blob))

    def keep(self, blob: str, data: bytes) -> None:
        """What has just been written."""
        if len(data) <= min(LARGEST, self._most):
            self._hold(blob, [data])

    def prefetch(self, blobs: Iterable[tuple[str, int]]) -> None:
        """In the background, by name and size: as many as half of the room."""
        room = self._most // 2
        for blob, size in blobs:
            room -= size
            if room < 0:
                return
            if self._find(blob) is None:
                self._background.submit(self._try, blob, size)

    def _try(self, blob: str, size: int) -> None:
        with suppress(DomainError, OSError):  # whoever needs it asks again, and is told
            self.fetch(blob, size)

    @cached_property
    def _background(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(2, "near")

    def _hold(self, blob: str, chunks: Iterable[bytes]) -> memoryview | None:
        try:
            view = _on_disk(chunks)
        except OSError:  # a full disk is no reason to show nothing
            return None
        with self._lock:
            if blob not in self._held:
                self._held[blob] = view
                self._bytes += len(view)
            while self._bytes > self._most:
                _, oldest = self._held.popitem(last=False)
                self._bytes -= len(oldest)
        return view


def _on_disk(chunks: Iterable[bytes]) -> memoryview:
    with TemporaryFile(prefix="imagini-") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        if not file.tell():
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
