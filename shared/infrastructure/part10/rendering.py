"""Pictures and decoded pixels of a file, by shared.imaging, in a process that may come to harm."""

from collections.abc import Sequence
from typing import Any

from shared.application.dicom.source import NotAcceptable, Rendering
from shared.domain.errors import Unavailable

THUMBNAIL = (256, 256)  # pixels, where nothing else is asked for
JPEG, PNG = "image/jpeg", "image/png"


def picture(file: bytes, frame: int, rendering: Rendering, media: str) -> bytes:
    """Raises NotAcceptable where there is nothing to show, or no way to decode it; Unavailable."""
    asked = {"frame": frame, "png": media == PNG, **rendering._asdict()}
    [made] = _asked("picture", file, asked)
    return made


def decoded(file: bytes, frames: Sequence[int]) -> list[bytes]:
    """The pixels of compressed frames, as Explicit VR Little Endian has them. Raises as above."""
    return _asked("pixels", file, {"frames": frames})


def _asked(task: str, file: bytes, asked: dict[str, Any]) -> list[bytes]:
    from shared.imaging.apart.pool import decoders
    from shared.imaging.errors import ImagingError, NoDecoder

    try:
        return decoders().ask(task, file, **asked)
    except ImagingError as error:
        raise NotAcceptable(str(error)) from error
    except NoDecoder as error:
        raise Unavailable(str(error)) from error


def size(made: bytes) -> tuple[int, int]:
    """The width and height of a picture. Raises Unavailable for what is none."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(made), formats=("JPEG", "PNG")) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unavailable("The PACS sent something that is not a picture.") from error
