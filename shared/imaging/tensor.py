"""From a picture to the tensor that a model expects, as its manifest declares; and the way back for a box."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.domain.model_manifest import InputSpecification, Intensity
from shared.domain.values import Region
from shared.imaging.picture import Picture
from shared.imaging.resize import resize_area
from shared.imaging.windows import Field, Window, apply_window

GRID = 512
"""Percentiles are taken over at most this many rows and columns, evenly spread: 10 times faster."""


@dataclass(frozen=True)
class Placement:
    """Where the picture lies in the tensor: tensor = picture * scale + offset (rows and columns)."""

    picture: tuple[int, int]
    scale: tuple[float, float]
    offset: tuple[float, float]

    def region(self, top: float, left: float, bottom: float, right: float) -> Region:
        """A box of the tensor as whole pixels of the picture."""
        rows, columns = self.picture
        y0, y1 = (min(max((v - self.offset[0]) / self.scale[0], 0), rows) for v in (top, bottom))
        x0, x1 = (min(max((v - self.offset[1]) / self.scale[1], 0), columns) for v in (left, right))
        x, y = int(x0), int(y0)
        return Region(x=x, y=y, width=max(1, round(x1) - x), height=max(1, round(y1) - y))


def prepare(picture: Picture, wanted: InputSpecification) -> tuple[NDArray[np.float32], Placement]:
    """[1, channels, height, width]."""
    bright = unit_range(picture, wanted.intensity)
    field, placement = fit(bright, wanted)
    field = (field - np.float32(wanted.mean)) / np.float32(wanted.deviation)
    return np.repeat(field[None, None], wanted.channels, axis=1), placement


def unit_range(picture: Picture, how: Intensity) -> Field:
    """0 to 1, dense tissue bright."""
    if how.kind == "window":
        return picture.brightness()
    values = -picture.values if picture.inverted else picture.values.copy()
    low, high = _bounds(picture, values, how)
    return apply_window(values, Window((low + high) / 2, max(high - low, 1e-6), "LINEAR_EXACT"))


def _bounds(picture: Picture, values: Field, how: Intensity) -> tuple[float, float]:
    if how.kind == "percentile":
        rows, columns = (max(1, -(-size // GRID)) for size in values.shape)
        low, high = np.percentile(values[::rows, ::columns], [how.low, how.high])
        return float(low), float(high)
    ds = picture.header
    signed, bits = bool(ds.get("PixelRepresentation")), int(ds.get("BitsStored") or 16)
    stored = np.array([-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] if signed else [0, 2**bits - 1], np.float32)
    ends = stored * float(ds.get("RescaleSlope") or 1) + float(ds.get("RescaleIntercept") or 0)
    low, high = sorted((-ends if picture.inverted else ends).tolist())
    return low, high


def fit(field: Field, wanted: InputSpecification) -> tuple[Field, Placement]:
    """Area averaging into the tensor's size: padded with black, cropped at the centre, or stretched."""
    rows, columns = field.shape
    height, width = wanted.height, wanted.width
    if wanted.fit == "stretch":
        scale = height / rows, width / columns
        return resize_area(field, height, width), Placement((rows, columns), scale, (0, 0))
    choose = min if wanted.fit == "letterbox" else max
    factor = choose(height / rows, width / columns)
    inner = max(1, round(rows * factor)), max(1, round(columns * factor))
    small = resize_area(field, *inner)
    top, left = (height - inner[0]) // 2, (width - inner[1]) // 2
    out = np.zeros((height, width), np.float32)
    out[max(top, 0) : max(top, 0) + inner[0], max(left, 0) : max(left, 0) + inner[1]] = small[
        max(-top, 0) : max(-top, 0) + height, max(-left, 0) : max(-left, 0) + width
    ]
    return out, Placement((rows, columns), (inner[0] / rows, inner[1] / columns), (top, left))
