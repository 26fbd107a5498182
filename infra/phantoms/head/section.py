"""One axial section: a sheet of tissue numbers on which the parts of the anatomy paint.

Millimetres: x to the patient's left, y to the back, z down from the vertex.
"""

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.fields import Field, ellipse
from infra.phantoms.head.tissue import AIR, TISSUES, Tissue

type Mask = NDArray[np.bool_]
_NUMBER = {tissue: number for number, tissue in enumerate(TISSUES)}


class Section:
    def __init__(self, shape: tuple[int, int], spacing: float, centre: tuple[float, float], z: float) -> None:
        rows, columns = shape
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32)
        self.z = z
        self.spacing = spacing
        self.x: Field = ((u - (columns - 1) / 2) * spacing + centre[0]).astype(np.float32)
        self.y: Field = ((v - (rows - 1) / 2) * spacing + centre[1]).astype(np.float32)
        self.tissue = np.full(shape, _NUMBER[AIR], np.uint8)

    def paint(self, where: Mask, tissue: Tissue) -> None:
        self.tissue[where] = _NUMBER[tissue]

    def inside(self, centre: tuple[float, float], axes: tuple[float, float], tilt: float = 0) -> Mask:
        if min(axes) <= 0:
            return np.zeros(self.tissue.shape, np.bool_)
        return ellipse(self.x, self.y, centre, axes, tilt) < 1

    def ball(
        self, centre: tuple[float, float, float], axes: tuple[float, float, float], tilt: float = 0
    ) -> Mask:
        """The cut of this section through an ellipsoid."""
        rest = 1 - ((self.z - centre[2]) / axes[2]) ** 2
        if rest <= 0:
            return np.zeros(self.tissue.shape, np.bool_)
        return self.inside((centre[0], centre[1]), (axes[0] * rest**0.5, axes[1] * rest**0.5), tilt)

    def both(
        self, centre: tuple[float, float, float], axes: tuple[float, float, float], tilt: float = 0
    ) -> Mask:
        """A pair of ellipsoids, one on each side of the midline."""
        x, y, z = centre
        return self.ball((x, y, z), axes, tilt) | self.ball((-x, y, z), axes, -tilt)

    def shown(self, what: str) -> Field:
        """The section as `hounsfield` or `t2` values."""
        return np.array([getattr(t, what) for t in TISSUES], np.float32)[self.tissue]

    def is_(self, *tissues: Tissue) -> Mask:
        return np.isin(self.tissue, [_NUMBER[t] for t in tissues])
