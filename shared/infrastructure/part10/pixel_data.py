"""Where each frame of an image lies in its file, so that a frame is a range to copy."""

import struct
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from shared.application.dicom.store_answer import Failure
from shared.imaging.limits import MAX_FRAMES
from shared.imaging.survey import UNDEFINED
from shared.infrastructure.part10.file_meta import Refused

ITEM, DELIMITER = 0xE000FFFE, 0xE0DDFFFE  # (FFFE,E000) and (FFFE,E0DD) as little endian reads them
CUT = "The pixel data of the file is cut short."
NO_TABLE = "The file does not say where its frames begin."
TOO_MANY = "The file has more frames than are stored here."
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
    if shape.frames > MAX_FRAMES:
        raise Refused(Failure.OUT_OF_RESOURCES, TOO_MANY)
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
    items = list(islice(_items(data, at), frames + MAX_FRAMES))
    if len(items) == frames + MAX_FRAMES:
        raise Refused(Failure.OUT_OF_RESOURCES, TOO_MANY)
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
        raise Refused(Failure.NOT_UNDERSTOOD, NO_TABLE)
    first = fragments[0][0] - 8
    starts = [first + offset for offset in struct.unpack_from(f"<{frames}I", data, table_at)]
    if starts != sorted(starts):
        raise Refused(Failure.NOT_UNDERSTOOD, NO_TABLE)
    begins = [offset - 8 for offset, _ in fragments]
    cuts = [*(bisect_left(begins, start) for start in starts), len(fragments)]
    return [
        [number for fragment in fragments[one:other] for number in fragment] for one, other in pairwise(cuts)
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
