"""A program that makes frames smaller without loss, in JPEG-LS.

A process of its own, because the encoder would hold up everything else in ours for as long as an image takes.
On stdin: a line of JSON, {"size": …, "frames": [[offset, length], …]}, then the file. On stdout: a line of
JSON with the length of each frame, 0 for one that is left as it is, then those frames.
"""

import json
import os
import sys
from io import BytesIO
from typing import Any

BACKGROUND = 10  # how much everybody else comes first
WORTH = 0.85  # of the size, above which nothing is gained
DEEP = 9  # bits, the fewest of what is kept in words: fewer would be decoded into bytes


def main() -> None:
    os.nice(BACKGROUND)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        asked = json.loads(line)
        made = smaller(source.read(asked["size"]), asked["frames"])
        target.write(json.dumps([len(one) for one in made]).encode() + b"\n")
        target.writelines(made)
        target.flush()


def smaller(file: bytes, frames: list[list[int]]) -> list[bytes]:
    from pydicom import dcmread

    try:
        header = dcmread(BytesIO(file), stop_before_pixels=True)
        return [_smaller(header, file[at : at + length]) for at, length in frames]
    except Exception:  # what cannot be made smaller stays as it is
        return [b""] * len(frames)


def _smaller(header: Any, pixels: bytes) -> bytes:
    import jpeg_ls
    import numpy as np

    width = header.BitsAllocated // 8
    if header.SamplesPerPixel != 1 or len(pixels) != header.Rows * header.Columns * width:
        return b""
    values = np.frombuffer(pixels, {1: np.uint8, 2: np.dtype("<u2")}[width])
    depth = max(DEEP if width == 2 else 2, int(values.max()).bit_length())
    made = bytes(jpeg_ls.encode_buffer(pixels, header.Rows, header.Columns, 1, depth))
    worth = len(made) < WORTH * len(pixels)
    return made if worth and bytes(jpeg_ls.decode_buffer(made)[0]) == pixels else b""


if __name__ == "__main__":
    main()
