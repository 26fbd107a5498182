"""Where a model looked, as a transparent picture to lay over the image."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

type Field = NDArray[np.float32]

STOPS = np.array([0.0, 0.35, 0.65, 1.0])
COLOURS = np.array([[45, 212, 191], [250, 204, 21], [249, 115, 22], [220, 38, 38]], np.float64)
"""Teal to red; opacity rises too, for those who cannot tell red from green."""
LONGEST = 512
COLD = 0.25


def heatmap_png(heat: Field, picture: tuple[int, int]) -> bytes:
    """RGBA in the picture's proportions, at most 512 pixels long; `heat` 0 to 1 covers the whole picture."""
    rows, columns = picture
    scale = min(1.0, LONGEST / max(rows, columns))
    size = max(1, round(columns * scale)), max(1, round(rows * scale))
    fine = np.asarray(Image.fromarray(heat.astype(np.float32)).resize(size, Image.Resampling.BICUBIC))
    fine = np.clip(fine, 0, 1)
    rgb = np.stack([np.interp(fine, STOPS, COLOURS[:, channel]) for channel in range(3)], axis=-1)
    alpha = np.clip((fine - COLD) / (1 - COLD), 0, 1) ** 0.8 * 170
    rgba = np.round(np.concatenate([rgb, alpha[..., None]], axis=-1)).astype(np.uint8)
    out = BytesIO()
    Image.fromarray(rgba).save(out, "PNG", optimize=False, compress_level=4)
    return out.getvalue()
