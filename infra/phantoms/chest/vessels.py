"""The bronchovascular tree: branches that run out from the hilum and thin towards the pleura."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.chest.person import Side
from infra.phantoms.chest.stage import Stage
from infra.phantoms.fields import Field, Outlines, blurred

type Segments = list[tuple[float, NDArray[np.floating]]]

HILUM: dict[Side, tuple[float, float]] = {"right": (-33.0, 158.0), "left": (36.0, 149.0)}
THICKEST = 9.0


def vessels(stage: Stage) -> Field:
    """Millimetres of blood along the beam."""
    layer, rng = Outlines(stage.shape, finer=3), stage.rng
    markings = stage.sitting.person.markings
    segments: Segments = []
    for side, (x, y) in HILUM.items():
        segments += _tree(rng, (x + stage.sitting.exposure.turn * 0.3, y), -1.0 if side == "right" else 1.0)
    segments.sort(key=lambda s: s[0])
    for (width, _), path in zip(segments, _on_film(stage, segments), strict=True):
        layer.stroke(path, width * stage.scale, min(1.0, width / THICKEST))
    return blurred(layer.field(), 0.3 + 0.45 * stage.scale) * THICKEST * markings * 3.0


def bronchi(stage: Stage) -> Field:
    """1 inside an air-filled bronchus, for the air bronchogram."""
    layer, rng = Outlines(stage.shape, finer=3), np.random.default_rng([stage.sitting.seed, 31])
    for side, origin in HILUM.items():
        wide = [s for s in _tree(rng, origin, -1.0 if side == "right" else 1.0) if s[0] > 1.6]
        for (width, _), path in zip(wide, _on_film(stage, wide), strict=True):
            layer.stroke(path, (0.6 + width * 0.55) * stage.scale, 1)
    return blurred(layer.field(), 0.4 * stage.scale + 0.3)


def _on_film(stage: Stage, segments: Segments) -> NDArray[np.floating]:
    points = np.concatenate([path for _, path in segments])
    return stage.pixels(points).reshape(-1, 2, 2)


def _tree(rng: np.random.Generator, origin: tuple[float, float], sign: float) -> Segments:
    segments: Segments = []
    for angle in (-78, -52, -22, 8, 30, 50, 66, 82):
        heading = np.radians(angle + rng.normal(0, 6))
        start = np.array(origin) + np.array([sign * rng.uniform(-2, 3), rng.normal(0, 9) + angle * 0.16])
        _grow(rng, segments, start, heading, rng.uniform(5.0, 8.5), sign)
    return segments


def _grow(
    rng: np.random.Generator,
    into: Segments,
    start: NDArray[np.floating],
    heading: float,
    width: float,
    sign: float,
) -> None:
    """One branch, in steps that bend a little, shedding thinner ones on both sides."""
    points, reach = [start], width * rng.uniform(9.5, 13)
    steps = max(2, int(reach / 7))
    for _ in range(steps):
        heading += rng.normal(0, 0.12)
        points.append(points[-1] + 7 * np.array([sign * np.cos(heading), np.sin(heading)]))
    thin = width
    for a, b in pairwise(points):
        into.append((thin, np.array([a, b])))
        thin *= 0.9
        if width > 1.3 and rng.random() < 0.62:
            fork = heading + rng.choice([-1, 1]) * rng.uniform(0.45, 1.0)
            _grow(rng, into, b, fork, thin * rng.uniform(0.42, 0.62), sign)
    if thin > 1.1:
        for turn in (-0.3, 0.35):
            _grow(rng, into, points[-1], heading + turn, thin * 0.72, sign)
