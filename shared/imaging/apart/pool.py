"""The decoding processes of this one: started when first needed, kept, and replaced when they end."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore, Lock
from typing import Any

from shared.imaging.apart.child import Child
from shared.imaging.errors import NoDecoder
from shared.imaging.limits import PATIENCE

MOST = 2  # processes; each has some 60 MB when it has nothing to do
BUSY = "This image was not decoded: too many others are being decoded. Try again in a moment."


class Pool:
    def __init__(self, most: int, patience: float = PATIENCE, *, background: bool = False) -> None:
        self._patience, self._background = patience, background
        self._idle: list[Child] = []
        self._turns, self._lock = BoundedSemaphore(most), Lock()

    def ask(self, task: str, file: bytes | memoryview, **asked: Any) -> list[bytes]:
        """The pieces of the answer. Blocks. Raises ImagingError, NoDecoder."""
        with self._child() as child:
            return child.ask(task, file, **asked)

    @property
    def processes(self) -> list[int]:
        """Those that wait for work."""
        with self._lock:
            return [child.id for child in self._idle]

    def close(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().close()

    @contextmanager
    def _child(self) -> Generator[Child]:
        if not self._turns.acquire(timeout=self._patience):
            raise NoDecoder(BUSY)
        child = None
        try:
            child = self._free() or Child(self._patience, background=self._background)
            yield child
        finally:
            if child and child.is_alive:
                with self._lock:
                    self._idle.append(child)
            self._turns.release()

    def _free(self) -> Child | None:
        """The one that was used last: its memory is warm."""
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.is_alive:
                    return child
                child.close()
        return None


@cache
def decoders() -> Pool:
    """One for a process."""
    return Pool(min(MOST, os.process_cpu_count() or 1))
