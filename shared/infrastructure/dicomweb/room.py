"""Room for answers, used again when nobody looks at it any more: fresh memory costs as much as a copy."""

from sys import getrefcount

MOST = 32  # pieces of room kept
UNUSED = 3  # references to a piece below: of the list, of the loop, and of the question itself


class Room:
    """Used on the event loop alone, so nothing is locked."""

    def __init__(self) -> None:
        self._pieces: list[bytearray] = []

    def take(self, size: int) -> bytearray:
        """Exactly as large, so that nothing of an earlier answer is left in it once it is filled.

        Images of a series are of a size, so there mostly is one.
        """
        for at in range(len(self._pieces)):
            piece = self._pieces[at]
            if len(piece) == size and getrefcount(piece) <= UNUSED:  # a view of it would be one more
                return self._pieces.pop(at)
        return bytearray(size)

    def keep(self, piece: bytearray) -> None:
        """It may still be looked at."""
        self._pieces.append(piece)
        if len(self._pieces) > MOST:
            del self._pieces[0]
