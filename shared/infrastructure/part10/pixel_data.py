"""Where each frame of an image lies in its file, so that a frame is a range to copy."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from shared.application.dicom.store_answer import Failure
from shared.infrastructure.part10.file_meta import UNDEFINED, Refused

ITEM, DELIMITER = 0xE000FFFE, 0xE0DDFFFE  # (FFFE,E000) and (FFFE,E0DD) as little endian reads them
CUT = "The pixel data of the file is cut short."
type Ranges = list[list[int]]  # of a frame: offset, length, offset, length … in bytes of the file


class Shape(NamedTuple):
    rows: int
    columns: int
    samples: int
    bits: int  # allocated, of one sample
    frames: int
    subsampled: bool = False  # YBR_FULL_422: two samples a pixel, on average

    @property
    def frame_bits(self) -> int:
        return self.rows * self.columns * (2 if self.subsampled else self.samples) * self.bits


def frames_of(data: bytes, at: int, explicit: bool, shape: Shape) -> Ranges:
    """`at`: where the Pixel Data element begins. Raises Refused where it holds less than the header says."""
    try:
        long_at = at + 8 if explicit else at + 4
        [length] = struct.unpack_from("<I", data, long_at)
        if length == UNDEFINED:
            return _encapsulated(data, long_at + 4, shape.frames)
        return _native(data, long_at + 4, length, shape)
    except struct.error as error:
        raise Refused(Failure.NOT_UNDERSTOOD, CUT) from error


def _native(data: bytes, at: int, length: int, shape: Shape) -> Ranges:
    size, odd = divmod(shape.frame_bits, 8)
    needed = (shape.frame_bits * shape.frames + 7) // 8
    if at + length > len(data) or length < needed:
        raise Refused(Failure.NOT_UNDERSTOOD, CUT)
    if not needed:
        return []
    if odd:  # frames of single bits that do not begin on a byte: given as a whole only
        return [[at, needed]] if shape.frames == 1 else []
    return [[at + frame * size, size] for frame in range(shape.frames)]


def _encapsulated(data: bytes, at: int, frames: int) -> Ranges:
    """Fragments in items, the first one a table of offsets (PS3.5 A.4)."""
    items = list(_items(data, at))
    if not items:
        raise Refused(Failure.NOT_UNDERSTOOD, CUT)
    (table_at, table_length), *fragments = items
    if len(fragments) < frames:
        raise Refused(Failure.NOT_UNDERSTOOD, CUT)
    if frames == 1:
        return [[number for fragment in fragments for number in fragment]]
    if len(fragments) == frames:
        return [list(fragment) for fragment in fragments]
    if table_length != 4 * frames:
        raise Refused(Failure.NOT_UNDERSTOOD, "The file does not say where its frames begin.")
    first = fragments[0][0] - 8
    starts = [first + offset for offset in struct.unpack_from(f"<{frames}I", data, table_at)]
    return [
        [number for offset, length in fragments if start <= offset - 8 < end for number in (offset, length)]
        for start, end in zip(starts, [*starts[1:], len(data)], strict=True)
    ]


def _items(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The offset and length of each item up to the delimiter."""
    while True:
        tag, length = struct.unpack_from("<II", data, at)
        if tag == DELIMITER:
            return
        if tag != ITEM or at + 8 + length > len(data):
            raise Refused(Failure.NOT_UNDERSTOOD, CUT)
        yield at + 8, length
        at += 8 + length
