"""Pictures and decoded pixels of a file, by shared.imaging, which is loaded when first asked for."""

from shared.application.dicom.source import NotAcceptable, Rendering
from shared.domain.errors import Unavailable

THUMBNAIL = (256, 256)  # pixels, where nothing else is asked for
JPEG, PNG = "image/jpeg", "image/png"


def picture(file: bytes, frame: int, rendering: Rendering, media: str) -> bytes:
    """Raises NotAcceptable where there is nothing to show, or no way to decode it."""
    from shared.imaging.errors import ImagingError
    from shared.imaging.render import render_jpeg, render_png

    viewport, window, quality = rendering
    try:
        if media == PNG:
            return render_png(file, frame, viewport, window)
        return render_jpeg(file, frame, viewport, window, quality)
    except ImagingError as error:
        raise NotAcceptable(str(error)) from error


def decoded(file: bytes, frame: int) -> bytes:
    """The pixels of a compressed frame, as Explicit VR Little Endian has them. Raises NotAcceptable."""
    from shared.imaging.decode import decode_frame
    from shared.imaging.errors import ImagingError
    from shared.imaging.reader import read

    try:
        pixels = decode_frame(read(file), frame)
    except ImagingError as error:
        raise NotAcceptable(str(error)) from error
    return pixels.astype(pixels.dtype.newbyteorder("<"), copy=False).tobytes()


def size(made: bytes) -> tuple[int, int]:
    """The width and height of a picture. Raises Unavailable for what is none."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(made)) as picture:
            return picture.size
    except OSError as error:
        raise Unavailable("The PACS sent something that is not a picture.") from error
