"""What is asked of a decoding process: from a file to pieces of an answer. Raises ImagingError."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from shared.imaging.errors import TooLarge
from shared.imaging.limits import MAX_DECODED

type Task = Callable[[bytes, dict[str, Any]], Iterator[bytes]]


def picture(file: bytes, asked: dict[str, Any]) -> Iterator[bytes]:
    """One frame, as a PNG or JPEG."""
    from shared.imaging.render import render_jpeg, render_png  # noqa: PLC0415

    viewport, window = asked["viewport"], asked["window"]
    if asked["png"]:
        yield render_png(file, asked["frame"], viewport, window)
    else:
        yield render_jpeg(file, asked["frame"], viewport, window, asked["quality"])


def pixels(file: bytes, asked: dict[str, Any]) -> Iterator[bytes]:
    """Each frame, as Explicit VR Little Endian has it."""
    from shared.imaging.decode import decode_frame  # noqa: PLC0415
    from shared.imaging.reader import instance_uid, read  # noqa: PLC0415

    ds, room = read(file), MAX_DECODED
    for frame in asked["frames"]:
        values = decode_frame(ds, frame)
        room -= values.nbytes
        if room < 0:
            most = MAX_DECODED >> 20
            raise TooLarge(f"These frames have more than {most} MB: ask for fewer.", instance_uid(ds))
        yield values.astype(values.dtype.newbyteorder("<"), copy=False).tobytes()


def tensor(file: bytes, asked: dict[str, Any]) -> Iterator[bytes]:
    """What a model expects of the first frame: values, their shape, and where the picture lies in them."""
    from shared.domain.model_manifest import InputSpecification  # noqa: PLC0415
    from shared.imaging.picture import open_picture  # noqa: PLC0415
    from shared.imaging.tensor import prepare  # noqa: PLC0415

    values, placement = prepare(open_picture(file), InputSpecification.model_validate(asked["input"]))
    yield values.tobytes()
    yield json.dumps({"shape": values.shape, "placement": asdict(placement)}).encode()


def smaller(file: bytes, asked: dict[str, Any]) -> Iterator[bytes]:
    """In place of each frame its smaller form, or nothing."""
    from shared.imaging.smaller import smaller  # noqa: PLC0415

    yield from smaller(file, asked["frames"])


TASKS: dict[str, Task] = {"picture": picture, "pixels": pixels, "smaller": smaller, "tensor": tensor}
