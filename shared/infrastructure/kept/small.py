"""Pictures and bulk data that a PACS has given lately, in memory: given again while it says the same."""

from collections import OrderedDict
from collections.abc import Hashable

from shared.application.dicom.source import Answer, Whole

MOST = 32 << 20  # bytes in memory of one process
LARGEST = 4 << 20  # bytes of one of them


class Small:
    """Used on the event loop alone, so nothing is locked."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._bytes = most, 0
        self._held: OrderedDict[Hashable, Whole] = OrderedDict()

    def find(self, key: Hashable) -> Whole | None:
        if found := self._held.get(key):
            self._held.move_to_end(key)
        return found

    def keep(self, key: Hashable, answer: Answer) -> Answer:
        """The answer itself; what is streamed or large is not kept."""
        if not isinstance(answer, Whole) or answer.length > LARGEST:
            return answer
        self._bytes += answer.length - (self._held[key].length if key in self._held else 0)
        # copied: the room that it was received into is used again
        self._held[key] = answer._replace(pieces=(b"".join(answer.pieces),))
        while self._bytes > self._most:
            _, oldest = self._held.popitem(last=False)
            self._bytes -= oldest.length
        return answer
