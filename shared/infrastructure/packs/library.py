"""The packs that this process has opened lately, and the blobs they are read from."""

from collections import OrderedDict
from threading import Lock

from shared.application.ports import Blobs
from shared.domain.errors import NotFound
from shared.infrastructure.packs.pack import Pack

MOST = 64 << 20  # bytes in memory


class Library:
    def __init__(self, blobs: Blobs, most: int = MOST) -> None:
        self._blobs, self._most = blobs, most
        self._open: OrderedDict[str, Pack] = OrderedDict()
        self._weight, self._lock = 0, Lock()

    def find(self, folder: str) -> Pack | None:
        """As it was seen last, without waiting: what it names never changes, but it may have grown."""
        with self._lock:
            if found := self._open.get(folder):
                self._open.move_to_end(folder)
            return found

    def load(self, folder: str, revision: str) -> Pack | None:
        """The pack in this state; None where there is none. Blocks."""
        found = self.find(folder)
        if found and found.revision == revision:
            return found
        stored = self.any(folder)
        if stored is None or stored.revision != revision:
            return None
        self._remember(folder, stored)
        return stored

    def any(self, folder: str) -> Pack | None:
        """The pack in whatever state it was stored. Blocks."""
        try:
            return Pack.unpacked(self._blobs.get(name_in(folder)))
        except (NotFound, ValueError):  # none, or one of another release
            return None

    def keep(self, folder: str, pack: Pack) -> None:
        self._blobs.put(name_in(folder), pack.packed())
        self._remember(folder, pack)

    def forget(self, folder: str) -> None:
        with self._lock:
            if old := self._open.pop(folder, None):
                self._weight -= old.weight

    def _remember(self, folder: str, pack: Pack) -> None:
        self.forget(folder)
        with self._lock:
            self._open[folder] = pack
            self._weight += pack.weight
            while self._weight > self._most and len(self._open) > 1:
                _, oldest = self._open.popitem(last=False)
                self._weight -= oldest.weight


def name_in(folder: str) -> str:
    return f"{folder}/series.index"
