"""Compressed streams: are they whole, and of the size that the header says? Decoders believe the stream."""

import struct

from pydicom.dataset import Dataset
from pydicom.encaps import generate_fragments, get_frame

from shared.imaging.errors import TooLarge, Truncated, Undecodable
from shared.imaging.limits import MAX_FRAMES

END_OF_IMAGE = b"\xff\xd9"
JPEG = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 57, 70, 80, 81))
"""JPEG and JPEG-LS end with EOI (T.81, T.87); their decoders fill up a shorter stream without a word."""
JPEG_2000 = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (90, 91, 201, 202, 203))
RLE = "1.2.840.10008.1.2.5"
FRAME_HEADERS = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}
"""Markers of T.81 and T.87 behind which an image says how large it is."""
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
MOST_MARKERS = 1000
SIZ = b"\xff\x4f\xff\x51"
"""The beginning of a JPEG 2000 code stream (T.800 A.5.1)."""


def check_streams(ds: Dataset, syntax: str, frame: int, frames: int, uid: str) -> None:
    """Raises Truncated, TooLarge, Undecodable."""
    count, last = 0, b""
    try:
        for fragment in generate_fragments(ds.PixelData):
            count, last = count + 1, fragment
            if count > frames + MAX_FRAMES:
                raise TooLarge(f"Instance {uid} has more than {MAX_FRAMES} pieces of compressed pixels.", uid)
    except TooLarge:
        raise
    except Exception as error:
        raise Truncated(f"Instance {uid} is cut off inside its compressed pixel data.", uid) from error
    if count < 2:  # the first is the offset table
        raise Truncated(f"Instance {uid} is cut off: there are no compressed pixel data.", uid)
    if syntax in JPEG and not last.rstrip(b"\0").endswith(END_OF_IMAGE):
        raise Truncated(f"Instance {uid} is cut off: its compressed image has no end.", uid)
    try:
        stream = get_frame(ds.PixelData, frame - 1, number_of_frames=frames)
    except Exception as error:  # tables that lead nowhere
        raise Truncated(f"Instance {uid} is cut off inside its compressed pixel data.", uid) from error
    _check_size(stream, ds, syntax, uid)


def _check_size(stream: bytes, ds: Dataset, syntax: str, uid: str) -> None:
    stated = int(ds.Rows), int(ds.Columns)
    if syntax == RLE:
        if not _fits(stream, stated[0] * stated[1]):
            raise Undecodable(f"Instance {uid} holds more compressed pixels than its header says.", uid)
        return
    found = size_in_jpeg(stream) if syntax in JPEG else size_in_jpeg_2000(stream)
    if found is None:
        raise Undecodable(f"Instance {uid} cannot be decoded: its compressed image has no beginning.", uid)
    if found != stated:
        raise Undecodable(
            f"Instance {uid} cannot be decoded: its header says {stated[0]} x {stated[1]} pixels, "
            f"its compressed image {found[0]} x {found[1]}.",
            uid,
        )


def size_in_jpeg(stream: bytes) -> tuple[int, int] | None:
    """Rows and columns; None where it does not say."""
    at = 2
    for _ in range(MOST_MARKERS):
        if at + 9 > len(stream) or stream[at] != 0xFF:
            return None
        marker = stream[at + 1]
        if marker in FRAME_HEADERS:
            return struct.unpack_from(">HH", stream, at + 5)
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in ALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", stream, at + 2)[0]
    return None


def size_in_jpeg_2000(stream: bytes) -> tuple[int, int] | None:
    """Rows and columns of the code stream, which may lie in a JP2 file."""
    at = stream.find(SIZ)
    if at < 0 or at + 24 > len(stream):
        return None
    right, bottom, left, top = struct.unpack_from(">4I", stream, at + 8)
    return bottom - top, right - left


def _fits(stream: bytes, pixels: int) -> bool:
    """RLE lengthens what it cannot shorten by one byte in 128 (PS3.5 G.3); each segment is a byte of all."""
    if len(stream) < 64:
        return False
    count, *begins = struct.unpack_from("<16I", stream)
    if not 1 <= count <= 15:
        return False
    ends = [*begins[1:count], len(stream)]
    return all(
        64 <= begin <= end <= len(stream) and end - begin <= 2 * pixels + 2
        for begin, end in zip(begins[:count], ends, strict=True)
    )
