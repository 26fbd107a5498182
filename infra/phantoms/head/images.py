"""CT and MR images of the head and neck, slice by slice."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.fields import Field, blurred, smooth_noise
from infra.phantoms.head.brain import paint_brain
from infra.phantoms.head.face import paint_face
from infra.phantoms.head.neck import paint_neck
from infra.phantoms.head.outline import paint_outline
from infra.phantoms.head.section import Section
from infra.phantoms.head.tissue import AIR


def cut(
    z: float, shape: tuple[int, int], spacing: float, seed: int, centre: tuple[float, float] = (0, 0)
) -> Section:
    """The anatomy `z` mm below the vertex."""
    section = Section(shape, spacing, centre, z)
    rng = np.random.default_rng([seed, 7])  # the same folds in every slice, moved along by z
    paint_outline(section)
    paint_brain(section, rng)
    paint_face(section, rng)
    paint_neck(section)
    return section


def ct_slices(
    heights: list[float], *, seed: int, size: int = 512, spacing: float = 0.5
) -> Iterator[NDArray[np.int16]]:
    """Hounsfield units of a smooth reconstruction kernel."""
    for number, z in enumerate(heights):
        rng = np.random.default_rng([seed, number])
        section = cut(z, (size, size), spacing, seed, (0, -4))
        picture = section.shown("hounsfield") + section.shown("texture") * smooth_noise(
            rng, (size, size), size // 5
        )
        picture = blurred(picture, 0.9) + _table(section)
        grain = blurred(rng.standard_normal((size, size)).astype(np.float32), 0.9)
        yield np.clip(np.round(picture + 9.0 * grain), -1024, 3071).astype(np.int16)


def _table(section: Section) -> Field:
    """The head rest under the patient: a thin carbon shell."""
    from_centre = np.hypot(section.x, section.y + 24)
    shell = np.abs(from_centre - 133) < 1.1
    where = shell & (section.y > 55) & section.is_(AIR)
    return np.where(where, np.float32(760), np.float32(0))


def mr_slices(
    heights: list[float], *, seed: int, size: int = 256, spacing: float = 0.9
) -> Iterator[NDArray[np.int16]]:
    """T2-weighted signal with the coil's shading and Rician noise."""
    for number, z in enumerate(heights):
        rng = np.random.default_rng([seed, number])
        fine = cut(z, (size * 2, size * 2), spacing / 2, seed, (0, -2))
        signal = fine.shown("t2").reshape(size, 2, size, 2).mean(axis=(1, 3))
        signal = blurred(signal.astype(np.float32), 0.55)
        shading = 1 + 0.16 * smooth_noise(np.random.default_rng(seed), (size, size), 3)
        noise = rng.standard_normal((2, size, size)).astype(np.float32) * 11
        yield np.round(np.hypot(signal * shading + noise[0], noise[1])).astype(np.int16)
