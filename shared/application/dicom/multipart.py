"""multipart/related, RFC 2387: taken apart as it arrives, without holding more than one part."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple
from uuid import uuid4

BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", re.ASCII)  # RFC 2046 5.1.1
LARGEST_HEAD = 8192  # bytes of the headers of one part
LONGEST_NUMBER = 15  # digits


class Malformed(Exception):
    """This is no multipart body. The message is shown to people."""


class Part(NamedTuple):
    headers: dict[str, str]  # names in lower case
    body: bytes
    problem: str | None = None  # a sentence, where the part could not be taken; its body is then empty


class MultipartReader:
    """Feed it what arrives; it gives back the parts that are complete. Raises Malformed."""

    def __init__(self, boundary: str, largest: int = 1 << 40) -> None:
        self._delimiter = b"\r\n--" + boundary.encode()
        self._largest = largest  # bytes of a part; a larger one is passed over
        self._buffer = bytearray(b"\r\n")  # a body may begin with its first delimiter
        self._searched = 0
        self._dropped = 0
        self._headers: dict[str, str] | None = None  # of the part being read; None: between parts
        self._between = False  # behind a delimiter, before the headers; False at first: in the preamble
        self.closed = False  # the closing delimiter has been seen

    def feed(self, data: bytes) -> Iterator[Part]:
        if self.closed:
            return  # an epilogue: to be ignored
        self._buffer += data
        while not self.closed:
            if self._between:
                if not self._read_head():
                    return
            elif (end := self._find_delimiter()) < 0:
                return
            else:
                if self._headers is not None:
                    yield self._finish(end)
                self._cut(end + len(self._delimiter))
                self._headers, self._between, self._dropped = None, True, 0

    def close(self) -> Iterator[Part]:
        """What was under way, or still to come, when the body ended without its last delimiter."""
        if not self.closed:
            yield Part(self._headers or {}, b"", "The transfer ended before this file did.")

    def _finish(self, end: int) -> Part:
        headers = self._headers or {}
        if self._dropped + end > self._largest:
            limit = self._largest >> 20
            return Part(headers, b"", f"This file is larger than {limit} MB, the most that is accepted.")
        with memoryview(self._buffer) as view:
            return Part(headers, bytes(view[:end]))

    def _read_head(self) -> bool:
        """Step over the headers behind a delimiter. False: they have not arrived yet."""
        if self._buffer.startswith(b"--"):
            self.closed = True
            return True
        end = self._buffer.find(b"\r\n\r\n", 0, LARGEST_HEAD)
        if end < 0:
            if len(self._buffer) >= LARGEST_HEAD:
                raise Malformed("The headers of a part are too long.")
            return False
        self._headers = headers_of(bytes(self._buffer[:end]))
        self._cut(end + 4)
        self._between = False
        return True

    def _find_delimiter(self) -> int:
        end = self._buffer.find(self._delimiter, self._searched)
        if end < 0:
            self._searched = max(0, len(self._buffer) - len(self._delimiter) + 1)
            if self._headers is None or self._dropped + self._searched > self._largest:
                self._dropped += self._searched
                self._cut(self._searched)
        return end

    def _cut(self, length: int) -> None:
        del self._buffer[:length]
        self._searched = 0


def headers_of(head: bytes) -> dict[str, str]:
    """The headers of a part; a name given twice keeps its first value."""
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").split("\r\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def length_of(headers: Mapping[str, str]) -> int | None:
    """What a part says of its length; None where it says none that could be."""
    stated = headers.get("content-length", "")
    return int(stated) if len(stated) <= LONGEST_NUMBER and stated.isdecimal() else None


@cache
def _of(name: str) -> re.Pattern[str]:
    return re.compile(rf';\s*{re.escape(name)}\s*=\s*(?:"([^"]*)"|([^\s;,]+))', re.IGNORECASE)


def parameter(content_type: str, name: str) -> str | None:
    """A parameter of a header value, quoted or not."""
    found = _of(name).search(content_type)
    return found and (found[1] if found[1] is not None else found[2].strip('"'))


def boundary_of(content_type: str) -> str:
    """Raises Malformed."""
    boundary = parameter(content_type, "boundary")
    related = content_type.lower().startswith("multipart/related")
    if not related or not boundary or not BOUNDARY.fullmatch(boundary):
        raise Malformed("The body is not multipart/related with a boundary.")
    return boundary


def new_boundary() -> str:
    return f"imagini-{uuid4().hex}"


def head_of(boundary: str, headers: Mapping[str, str]) -> bytes:
    """What stands before a part."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"\r\n--{boundary}\r\n{lines}\r\n".encode("latin-1")


def tail_of(boundary: str) -> bytes:
    return f"\r\n--{boundary}--\r\n".encode()


def related(type: str, boundary: str) -> str:
    """The Content-Type of a multipart answer."""
    return f'multipart/related; type="{type}"; boundary={boundary}'
