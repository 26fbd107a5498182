"""What is to be seen in a part of the screen, in numbers."""

import io
from typing import NamedTuple

import numpy as np
from PIL import Image
from playwright.sync_api import Locator


class Picture(NamedTuple):
    """Grey values 0 (black) to 255 of everything within."""

    mean: float
    spread: float  # standard deviation
    lit: float  # share of the pixels that are clearly not black

    @property
    def shows_something(self) -> bool:
        """Neither black nor of one colour; the words over an empty viewport light less than a hundredth."""
        return self.spread > 15 and self.lit > 0.03


def look_at(part: Locator) -> Picture:
    with Image.open(io.BytesIO(part.screenshot())) as image:
        grey = np.asarray(image.convert("L"), dtype=np.float32)
    return Picture(float(grey.mean()), float(grey.std()), float((grey > 40).mean()))
