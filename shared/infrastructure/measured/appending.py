"""One file more at the end of a multipart answer that is on its way."""

from collections.abc import AsyncGenerator

from shared.application.dicom.accept import DICOM
from shared.application.dicom.multipart import boundary_of, head_of
from shared.application.dicom.source import Answer, ByteStream, Piece

HELD = 4096  # bytes held back: the end of the answer, and whatever the source writes behind it


def appended(answer: Answer, transfer_syntax_uid: str, file: bytes) -> ByteStream:
    """Raises Malformed where the answer is not multipart."""
    boundary = boundary_of(answer.content_type)
    kind = f"{DICOM}; transfer-syntax={transfer_syntax_uid}"
    head = head_of(boundary, {"Content-Type": kind, "Content-Length": str(len(file))})
    end = f"\r\n--{boundary}--".encode()
    return ByteStream(answer.content_type, {}, _with(answer.chunks, end, head + file))


async def _with(chunks: AsyncGenerator[Piece], end: bytes, part: bytes) -> AsyncGenerator[Piece]:
    """`end`: what closes the answer. Without one it broke off, and nothing is added to it."""
    held = b""
    try:
        async for chunk in chunks:
            held += bytes(chunk)
            if len(held) > HELD:
                yield held[:-HELD]
                held = held[-HELD:]
    finally:
        await chunks.aclose()
    at = held.rfind(end)
    yield held if at < 0 else held[:at] + part + held[at:]
