"""Passes a multipart answer on while it arrives, with the headers of its parts written anew.

A PACS names itself in them (Content-Location), and some leave out the transfer syntax that a viewer needs.
"""

from collections.abc import AsyncGenerator, Callable

from shared.application.dicom.multipart import LARGEST_HEAD, headers_of
from shared.domain.errors import Unavailable

type Label = Callable[[dict[str, str]], str]  # from a part's headers to the Content-Type it is given


async def relabel(chunks: AsyncGenerator[bytes], boundary: str, label: Label) -> AsyncGenerator[bytes]:
    """Raises Unavailable where the answer ends before its last delimiter."""
    rewriter, begun = _Rewriter(boundary, label), False
    try:
        async for chunk in chunks:
            if passed := rewriter.feed(chunk):
                yield passed if begun else passed.removeprefix(b"\r\n")
                begun = True
    finally:
        await chunks.aclose()
    if not rewriter.closed:
        raise Unavailable("The PACS broke off in the middle of its answer: it is incomplete.")


class _Rewriter:
    def __init__(self, boundary: str, label: Label) -> None:
        self._delimiter = b"\r\n--" + boundary.encode()
        self._label = label
        self._held = b"\r\n"  # seen, not yet passed on
        self._left = 0  # bytes of a body whose length was announced
        self._in_head = False
        self.closed = False

    def feed(self, chunk: bytes) -> bytes:
        if self.closed:
            return b""
        if self._left > len(chunk) and not self._held:  # the common case: in the middle of pixels
            self._left -= len(chunk)
            return chunk
        data, self._held = self._held + chunk, b""
        out: list[bytes] = []
        while data and not self.closed:
            step = self._head if self._in_head else self._body
            passed, data, waiting = step(data)
            out.append(passed)
            if waiting:
                self._held = data
                break
        return b"".join(out)

    def _body(self, data: bytes) -> tuple[bytes, bytes, bool]:
        """What may be passed on, the rest, and whether the rest has to wait for more."""
        if self._left:
            taken = data[: self._left]
            self._left -= len(taken)
            return taken, data[len(taken) :], False
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
                raise Unavailable("The PACS sent an answer that is not understood.")
            return b"", data, True
        headers, self._in_head = headers_of(data[:end]), False
        length = headers.get("content-length", "")
        self._left = int(length) if length.isdecimal() else 0
        stated = f"Content-Length: {self._left}\r\n" if self._left else ""
        head = f"\r\nContent-Type: {self._label(headers)}\r\n{stated}\r\n"
        return head.encode("latin-1"), data[end + 4 :], False
