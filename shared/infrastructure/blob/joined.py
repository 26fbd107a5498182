"""Pieces as a file that is read in blocks: each block is joined once, however small its pieces are."""

from collections.abc import Iterable


class Joined:
    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._left = iter(pieces), b""

    def read(self, size: int) -> bytes:
        """Less only at the end."""
        taken, length = [self._left], len(self._left)
        while length < size and (piece := next(self._pieces, None)) is not None:
            taken.append(piece)
            length += len(piece)
        last = taken.pop()
        cut = len(last) - max(length - size, 0)
        self._left = last[cut:]
        return b"".join((*taken, last[:cut]))
