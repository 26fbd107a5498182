"""Frames in JPEG-LS, without loss: over a slow line they are there sooner."""

from collections.abc import Sequence

import jpeg_ls
import numpy as np
from pydicom.dataset import Dataset

from shared.imaging.reader import read_header

WORTH = 0.85  # of the size, above which nothing is gained
DEEP = 9  # bits, the fewest of what is kept in words: fewer would be decoded into bytes


def smaller(file: bytes, frames: Sequence[Sequence[int]]) -> list[bytes]:
    """In place of each frame, given by where it lies, its smaller form, or nothing."""
    try:
        header = read_header(file)
        return [_smaller(header, file[at : at + length]) for at, length in frames]
    except MemoryError:
        raise
    except Exception:  # what cannot be made smaller stays as it is
        return [b""] * len(frames)


def _smaller(header: Dataset, pixels: bytes) -> bytes:
    width = header.BitsAllocated // 8
    if header.SamplesPerPixel != 1 or len(pixels) != header.Rows * header.Columns * width:
        return b""
    values = np.frombuffer(pixels, {1: np.uint8, 2: np.dtype("<u2")}[width])
    depth = max(DEEP if width == 2 else 2, int(values.max()).bit_length())
    made = bytes(jpeg_ls.encode_buffer(pixels, header.Rows, header.Columns, 1, depth))
    worth = len(made) < WORTH * len(pixels)
    return made if worth and bytes(jpeg_ls.decode_buffer(made)[0]) == pixels else b""
