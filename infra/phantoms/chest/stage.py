"""Where things are: millimetres of a standard adult, and the pixels they fall on.

x runs to the right of the picture (the patient's left), 0 on the midline; y runs down, 0 at the seventh
cervical vertebra. The lungs reach from y = 44 to the domes of the diaphragm at about 285.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.chest.person import Sitting
from infra.phantoms.fields import Field

MIDDLE = 185.0
"""The height that stands in the middle of the picture."""
FIELD_OF_VIEW = 362.0
"""mm along the longer side at zoom 1."""


@dataclass(frozen=True)
class Stage:
    sitting: Sitting
    shape: tuple[int, int]

    @property
    def rng(self) -> np.random.Generator:
        return np.random.default_rng([self.sitting.seed, 23])

    @property
    def scale(self) -> float:
        """Pixels per millimetre on the detector."""
        return max(self.shape) * self.sitting.exposure.zoom / FIELD_OF_VIEW

    def grid(self) -> tuple[Field, Field]:
        """Anatomical x and y of every pixel."""
        rows, columns = self.shape
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32)
        u, v = (u - (columns - 1) / 2) / self.scale, (v - (rows - 1) / 2) / self.scale
        c, s = self._turn()
        person, (dx, dy) = self.sitting.person, self.sitting.exposure.shift
        x = (c * u + s * v - dx) / person.width
        y = (-s * u + c * v - dy) / person.height + MIDDLE
        return x.astype(np.float32), y.astype(np.float32)

    def pixels(self, points: NDArray[np.floating]) -> NDArray[np.floating]:
        """Anatomical (x, y) to (column, row)."""
        person, (dx, dy) = self.sitting.person, self.sitting.exposure.shift
        a, b = points[:, 0] * person.width + dx, (points[:, 1] - MIDDLE) * person.height + dy
        c, s = self._turn()
        rows, columns = self.shape
        u, v = c * a - s * b, s * a + c * b
        return np.stack([u * self.scale + (columns - 1) / 2, v * self.scale + (rows - 1) / 2], axis=1)

    def _turn(self) -> tuple[float, float]:
        angle = np.radians(self.sitting.exposure.roll)
        return float(np.cos(angle)), float(np.sin(angle))
