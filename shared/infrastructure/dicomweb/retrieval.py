"""Series out of a PACS, part by part: each is read straight into its own buffer, and no more is held."""

from collections.abc import Iterator
from http.client import HTTPResponse

from shared.application.dicom.multipart import (
    LARGEST_HEAD,
    Malformed,
    MultipartReader,
    Part,
    boundary_of,
    headers_of,
    length_of,
)
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.client import LARGEST
from shared.infrastructure.dicomweb.failures import INCOMPLETE, NOT_DICOMWEB
from shared.infrastructure.dicomweb.remarks import trouble

CHUNK = 1 << 20  # bytes, where the parts do not say how long they are


def parts_of(response: HTTPResponse) -> Iterator[bytes]:
    """The parts of a multipart answer. Raises Unavailable where it ends before its last delimiter."""
    try:
        boundary = boundary_of(response.headers.get("Content-Type", ""))
    except Malformed as error:
        raise Unavailable(NOT_DICOMWEB) from error
    delimiter = b"--" + boundary.encode()
    _skip_preamble(response, delimiter)
    while True:
        head = _head(response)
        length = length_of(headers_of(head))
        if length is None:
            yield from _searched(response, boundary, head)
            return
        if length > LARGEST:
            raise trouble("too-much")
        body = response.read(length)
        if len(body) < length:
            raise Unavailable(INCOMPLETE)
        last = _behind(response, delimiter)
        yield body
        del body  # so that it is gone, where nobody keeps it, before the next is read
        if last:
            response.read(CHUNK)  # an epilogue, so that the connection can be used again
            return


def _skip_preamble(response: HTTPResponse, delimiter: bytes) -> None:
    while line := response.readline(LARGEST_HEAD):
        if line.rstrip() == delimiter:
            return
    raise Unavailable(INCOMPLETE)


def _head(response: HTTPResponse) -> bytes:
    head = b""
    while (line := response.readline(LARGEST_HEAD)).strip():
        head += line
        if len(head) > LARGEST_HEAD:
            raise Unavailable(NOT_DICOMWEB)
    if not line:
        raise Unavailable(INCOMPLETE)
    return head


def _behind(response: HTTPResponse, delimiter: bytes) -> bool:
    """Step over the delimiter behind a part; whether it was the last. Without one, the length was a lie."""
    line = response.readline(LARGEST_HEAD)
    if not line.strip():
        line = response.readline(LARGEST_HEAD)
    if line.rstrip() == delimiter + b"--":
        return True
    if line.rstrip() != delimiter:
        raise Unavailable(INCOMPLETE)
    return False


def _searched(response: HTTPResponse, boundary: str, head: bytes) -> Iterator[bytes]:
    """The rest of an answer whose parts do not say how long they are."""
    reader = MultipartReader(boundary, LARGEST)
    data = b"--" + boundary.encode() + b"\r\n" + head + b"\r\n"
    while data:
        for part in _fed(reader, data):
            if part.problem:
                raise trouble("too-much")
            yield part.body
        data = response.read(CHUNK)
    if not reader.closed:
        raise Unavailable(INCOMPLETE)


def _fed(reader: MultipartReader, data: bytes) -> Iterator[Part]:
    try:
        yield from reader.feed(data)
    except Malformed as error:
        raise Unavailable(NOT_DICOMWEB) from error
