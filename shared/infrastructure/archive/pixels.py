"""Bytes out of the archive's blobs, as multipart answers. Reading blocks, so it happens in threads."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence

from shared.application.dicom.accept import DICOM, Form
from shared.application.dicom.multipart import head_of, new_boundary, related, tail_of
from shared.application.dicom.source import ByteStream
from shared.application.ports import Blobs
from shared.domain.errors import NotFound
from shared.infrastructure.archive.rows import StoredInstance

LEAD = len(b"\r\n")  # of the first delimiter: a body begins without it
type Read = Callable[[], bytes]


def frame_of(blobs: Blobs, instance: StoredInstance, number: int) -> bytes:
    """Blocks. Raises NotFound."""
    if not 1 <= number <= len(instance.frames):
        raise NotFound("There is no such frame.")
    ranges = instance.frames[number - 1]
    pairs = zip(ranges[::2], ranges[1::2], strict=True)
    pieces = [blobs.get(instance.blob, at, length) for at, length in pairs]
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


async def parts(form: Form, reads: Sequence[Read]) -> ByteStream:
    """A multipart answer of parts that are each read whole; the first before anything is said."""
    boundary = new_boundary()
    first = await asyncio.to_thread(reads[0])
    return ByteStream(related(form.media, boundary), {}, _parts(form, boundary, first, reads[1:]))


async def _parts(form: Form, boundary: str, first: bytes, reads: Sequence[Read]) -> AsyncGenerator[bytes]:
    end = b"" if reads else tail_of(boundary)
    yield _head(boundary, form.content_type, len(first))[LEAD:] + first + end
    for at, read in enumerate(reads, 1):
        body = await asyncio.to_thread(read)
        end = tail_of(boundary) if at == len(reads) else b""
        yield _head(boundary, form.content_type, len(body)) + body + end


def files(blobs: Blobs, instances: Sequence[StoredInstance]) -> ByteStream:
    """Whole files, a few chunks of one in memory at a time."""
    boundary = new_boundary()
    return ByteStream(related(DICOM, boundary), {}, _files(blobs, instances, boundary))


async def _files(blobs: Blobs, instances: Sequence[StoredInstance], boundary: str) -> AsyncGenerator[bytes]:
    for at, one in enumerate(instances):
        head = _head(boundary, Form(DICOM, one.transfer_syntax_uid).content_type, one.size)
        yield head if at else head[LEAD:]
        chunks = await asyncio.to_thread(blobs.stream, one.blob)
        while chunk := await asyncio.to_thread(_next, chunks):
            yield chunk
    yield tail_of(boundary)


def _next(chunks: Iterator[bytes]) -> bytes:
    return next(chunks, b"")


def _head(boundary: str, content_type: str, length: int) -> bytes:
    return head_of(boundary, {"Content-Type": content_type, "Content-Length": str(length)})
