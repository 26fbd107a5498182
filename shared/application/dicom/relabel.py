"""Passes a multipart answer on while it arrives, with the headers of its parts written anew.

A PACS names itself in them (Content-Location), and some leave out the transfer syntax that a viewer needs.
"""

from collections.abc import AsyncGenerator, Callable, Generator, Iterator

from shared.application.dicom.multipart import LARGEST_HEAD, head_of, headers_of, length_of, tail_of
from shared.application.dicom.source import Piece
from shared.domain.errors import Unavailable

BROKEN_OFF = "The PACS broke off in the middle of its answer: it is incomplete."
NOT_UNDERSTOOD = "The PACS sent an answer that is not understood."
type Label = Callable[[dict[str, str]], str]  # from a part's headers to the Content-Type it is given


async def relabel(chunks: AsyncGenerator[Piece], boundary: str, label: Label) -> AsyncGenerator[Piece]:
    """Pixels are passed on uncopied. Raises Unavailable where the answer ends before its last delimiter."""
    rewriter, begun = _Rewriter(boundary, label), False
    try:
        async for chunk in chunks:
            for piece in rewriter.feed(bytes(chunk)):
                yield piece if begun else bytes(piece).removeprefix(b"\r\n")
                begun = True
    finally:
        await chunks.aclose()
    if not rewriter.closed:
        raise Unavailable(BROKEN_OFF)


def relabelled(whole: bytearray, boundary: str, label: Label) -> tuple[Piece, ...]:
    """The same for an answer that is at hand. Raises Unavailable.

    New headers are written over the old ones, so that a part leaves in one piece with its pixels.
    """
    view, pieces, free = memoryview(whole), list[Piece](), 0
    for headers, begin, length, end in _parts(whole, b"\r\n--" + boundary.encode()):
        head = head_of(boundary, {"Content-Type": label(headers), "Content-Length": str(length)})
        head = head if pieces else head.removeprefix(b"\r\n")
        if begin - free >= len(head):
            whole[begin - len(head) : begin] = head
            pieces.append(view[begin - len(head) : end])
        else:
            pieces += head, view[begin:end]
        free = end
    return tuple(pieces) or (tail_of(boundary),)


def _parts(whole: bytearray, delimiter: bytes) -> Iterator[tuple[dict[str, str], int, int, int]]:
    """Of each part: its headers, where its body begins, how long it is; the last ends with the whole."""
    at = len(delimiter) - 2 if whole.startswith(delimiter[2:]) else _behind(whole, delimiter, 0)
    while not whole.startswith(b"--", at):
        begin = whole.find(b"\r\n\r\n", at, at + LARGEST_HEAD) + 4
        if begin < at:
            raise Unavailable(NOT_UNDERSTOOD)
        headers = headers_of(bytes(whole[at : begin - 4]))
        at = _behind(whole, delimiter, begin + (length_of(headers) or 0))
        end = at - len(delimiter)
        closing = next((tail for tail in (b"--\r\n", b"--") if whole.startswith(tail, at)), None)
        yield headers, begin, end - begin, at + len(closing) if closing else end


def _behind(whole: bytearray, delimiter: bytes, begin: int) -> int:
    found = whole.find(delimiter, begin)
    if found < 0:
        raise Unavailable(BROKEN_OFF)
    return found + len(delimiter)


class _Rewriter:
    def __init__(self, boundary: str, label: Label) -> None:
        self._delimiter = b"\r\n--" + boundary.encode()
        self._label = label
        self._held = b"\r\n"  # seen, not yet passed on
        self._left = 0  # bytes of a body whose length was announced
        self._in_head = False
        self.closed = False

    def feed(self, chunk: bytes) -> Generator[Piece]:
        data, self._held = (self._held + chunk if self._held else chunk), b""
        while data and not self.closed:
            if self._left:
                pixels = memoryview(data)[: self._left]
                self._left -= len(pixels)
                data = data[len(pixels) :]
                yield pixels
                continue
            passed, data, waiting = self._head(data) if self._in_head else self._body(data)
            if passed:
                yield passed
            if waiting:
                self._held = data
                break

    def _body(self, data: bytes) -> tuple[bytes, bytes, bool]:
        """What may be passed on, the rest, and whether the rest has to wait for more."""
        end = data.find(self._delimiter)
        if end >= 0:
            self._in_head = True
            behind = end + len(self._delimiter)
            return data[:behind], data[behind:], False
        safe = max(0, len(data) - len(self._delimiter) + 1)
        return data[:safe], data[safe:], True

    def _head(self, data: bytes) -> tuple[bytes, bytes, bool]:
        if data.startswith(b"--"):
            self.closed = True
            return b"--\r\n", b"", False
        end = data.find(b"\r\n\r\n")
        if end < 0:
            if len(data) > LARGEST_HEAD:
                raise Unavailable(NOT_UNDERSTOOD)
            return b"", data, True
        headers, self._in_head = headers_of(data[:end]), False
        self._left = length_of(headers) or 0
        stated = f"Content-Length: {self._left}\r\n" if self._left else ""
        head = f"\r\nContent-Type: {self._label(headers)}\r\n{stated}\r\n"
        return head.encode("latin-1"), data[end + 4 :], False
