"""PNG and JPEG pictures of an instance: thumbnails, `/rendered` (PS3.18 8.3.5), reports."""

from io import BytesIO

import numpy as np
from PIL import Image

from shared.imaging.picture import colours, is_colour, picture_of
from shared.imaging.reader import read
from shared.imaging.resize import resize_area
from shared.imaging.windows import Window

type Viewport = tuple[int, int]
"""Width and height in pixels that the picture has to fit into."""
type CentreWidth = tuple[float, float]


def render_jpeg(
    dicom: bytes,
    frame: int = 1,
    viewport: Viewport | None = None,
    window: CentreWidth | None = None,
    quality: int = 90,
) -> bytes:
    """A JPEG, grey or colour. Raises ImagingError."""
    return _encoded(render(dicom, frame, viewport, window), "JPEG", quality=quality)


def render_png(
    dicom: bytes, frame: int = 1, viewport: Viewport | None = None, window: CentreWidth | None = None
) -> bytes:
    """A PNG, grey or colour. Raises ImagingError."""
    return _encoded(render(dicom, frame, viewport, window), "PNG")


def render(
    dicom: bytes, frame: int = 1, viewport: Viewport | None = None, window: CentreWidth | None = None
) -> Image.Image:
    """8 bits; scaled down or up, in proportion, to fit into the viewport. Raises ImagingError."""
    ds = read(dicom)
    if is_colour(ds):
        image = Image.fromarray(colours(ds, frame))
        size = _fitted((image.height, image.width), viewport)
        return image.resize((size[1], size[0]), Image.Resampling.LANCZOS)
    picture = picture_of(ds, frame)
    grey = picture.brightness(Window(*window) if window else None)
    rows, columns = _fitted(grey.shape, viewport)
    if (rows, columns) != grey.shape:
        grey = _scaled(grey, rows, columns)
    return Image.fromarray(_bytes_of(grey))


def _bytes_of(grey: np.ndarray) -> np.ndarray:
    """In place where it can be: a mammogram has 100 MB in this form."""
    grey = np.clip(grey, 0, 1, out=grey if grey.flags.writeable else None)
    grey *= 255
    return np.rint(grey, out=grey).astype(np.uint8)


def _scaled(grey: np.ndarray, rows: int, columns: int) -> np.ndarray:
    if rows < grey.shape[0]:
        return resize_area(grey, rows, columns)
    return np.asarray(Image.fromarray(grey).resize((columns, rows), Image.Resampling.BICUBIC))


def _fitted(shape: tuple[int, ...], viewport: Viewport | None) -> tuple[int, int]:
    rows, columns = shape[0], shape[1]
    if viewport is None:
        return rows, columns
    scale = min(viewport[0] / columns, viewport[1] / rows)
    return max(1, round(rows * scale)), max(1, round(columns * scale))


def _encoded(image: Image.Image, kind: str, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
