"""What is not as it should be, painted into the lungs, with the box in which it lies."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.chest.person import Label, Lesion, Side
from infra.phantoms.chest.stage import Stage
from infra.phantoms.chest.thorax import Thorax, dome
from infra.phantoms.fields import Field, ellipse, smooth_noise, step


@dataclass
class Lungs:
    """Shares of each point: filled (0 air-holding lung, 1 solid), and empty, where lung is missing."""

    filled: Field
    empty: Field
    pleura: Field
    """Millimetres of pleural line."""


@dataclass(frozen=True)
class Seen:
    label: Label
    where: NDArray[np.bool_]
    """1 where the finding lies, 0 elsewhere."""


def paint(stage: Stage, thorax: Thorax, bronchi: Field) -> tuple[Lungs, list[Seen]]:
    nothing = np.zeros(stage.shape, np.float32)
    lungs, seen = Lungs(nothing, nothing.copy(), nothing.copy()), list[Seen]()
    for number, lesion in enumerate(stage.sitting.person.lesions):
        rng = np.random.default_rng([stage.sitting.seed, 41, number])
        seen += _PAINT[lesion.kind](stage, thorax, lungs, lesion, rng, bronchi)
    return lungs, seen


def _in_lung(thorax: Thorax, side: Side) -> Field:
    return step(thorax.lungs[side] - 30, 40)


def _haze(
    stage: Stage, thorax: Thorax, lungs: Lungs, lesion: Lesion, rng: np.random.Generator, _: Field
) -> list[Seen]:
    """An ill-defined patch: vessels still shine through."""
    sign = -1.0 if lesion.side == "right" else 1.0
    centre = sign * (52 + 48 * lesion.at[0]), 95 + 155 * lesion.at[1]
    radius = 21 + 26 * lesion.size
    rough = smooth_noise(rng, stage.shape, 16) * 0.32 + smooth_noise(rng, stage.shape, 40) * 0.12
    far = np.sqrt(
        ellipse(thorax.x, thorax.y, centre, (radius * rng.uniform(0.8, 1.1), radius), rng.uniform(-40, 40))
    )
    patch = np.exp(-0.5 * (np.clip(far + 0.6 * rough * far, 0, None) / 0.68) ** 4)
    patch = patch * _in_lung(thorax, lesion.side) * (1 + 0.14 * smooth_noise(rng, stage.shape, 60))
    amount = (0.24 + 0.26 * lesion.strength) * patch
    lungs.filled = np.clip(lungs.filled + amount * (1 - lungs.filled), 0, 1).astype(np.float32)
    return [Seen("Lung Opacity", patch > 0.3)]


def _consolidation(
    stage: Stage, thorax: Thorax, lungs: Lungs, lesion: Lesion, rng: np.random.Generator, bronchi: Field
) -> list[Seen]:
    """A lobe or segment without air, sharp along the fissure, with air bronchograms."""
    upper = lesion.at[1] < 0.5
    sign = -1.0 if lesion.side == "right" else 1.0
    fissure = (158 if upper else 176) + 12 * (lesion.at[0] - 0.5) + 0.10 * (thorax.x * sign - 70)
    sharp = step((fissure - thorax.y) * (1 if upper else -1), 4)
    reach = 40 + 42 * lesion.size
    rough = smooth_noise(rng, stage.shape, 14) * 9
    fade = step(reach - np.abs(thorax.y - fissure) + rough, 34)
    across = step(thorax.x * sign - (20 + 30 * lesion.at[0]) + rough * 0.8, 26)
    patch = sharp * fade * across * _in_lung(thorax, lesion.side)
    amount = (0.66 + 0.26 * lesion.strength) * patch * (1 - 0.62 * bronchi)
    lungs.filled = np.maximum(lungs.filled, amount).astype(np.float32)
    return [Seen("Lung Opacity", patch > 0.4), Seen("Consolidation", patch > 0.4)]


def _pneumothorax(
    _stage: Stage, thorax: Thorax, lungs: Lungs, lesion: Lesion, rng: np.random.Generator, _: Field
) -> list[Seen]:
    """Air outside the lung: no markings beyond a thin white line, widest at the apex."""
    sign = -1.0 if lesion.side == "right" else 1.0
    gap = (15 + 30 * lesion.size) * (0.45 + 0.55 * step(190 - thorax.y, 160))
    wave = 2.5 * np.sin(thorax.y / rng.uniform(17, 26) + rng.uniform(0, 6))
    from_wall = thorax.lateral - thorax.x * sign
    top = 44 + (18 + 30 * lesion.size) * (1 - 0.3 * ((thorax.x * sign - 34) / 40) ** 2).clip(0.15)
    beside, above = from_wall - gap - wave, (thorax.y - top) * 0.8
    depth = -12 * np.logaddexp(-beside / 12, -above / 12)
    side = _in_lung(thorax, lesion.side) * step(dome(thorax.x, sign, _stage.sitting.person) - thorax.y, 3)
    outside = step(-depth, 1.6) * side
    lungs.empty = np.maximum(lungs.empty, outside).astype(np.float32)
    lungs.pleura += (7 * np.exp(-((depth / 1.1) ** 2)) * side).astype(np.float32)
    collapsed = 0.10 * lesion.size * step(depth, 4) * side
    lungs.filled = np.maximum(lungs.filled, collapsed).astype(np.float32)
    return [Seen("Pneumothorax", outside > 0.5)]


def _effusion(
    stage: Stage, thorax: Thorax, lungs: Lungs, lesion: Lesion, _rng: np.random.Generator, _: Field
) -> list[Seen]:
    """Fluid at the base: the angle is gone, the upper edge climbs towards the chest wall."""
    sign = -1.0 if lesion.side == "right" else 1.0
    from_wall = np.clip(thorax.lateral - thorax.x * sign, 0, None)
    level = 296 + stage.sitting.person.inspiration - 26 - 74 * lesion.size
    meniscus = (
        level - 34 * np.exp(-from_wall / 16) + 12 * np.exp(-np.clip(thorax.x * sign - 20, 0, None) / 22)
    )
    lung = step(thorax.lungs[lesion.side] - 4, 8)
    fluid = step(thorax.y - meniscus, 13) * lung
    lungs.filled = np.maximum(lungs.filled, fluid * 0.97).astype(np.float32)
    return [Seen("Pleural Effusion", fluid > 0.5)]


_PAINT = {
    "haze": _haze,
    "consolidation": _consolidation,
    "pneumothorax": _pneumothorax,
    "effusion": _effusion,
}
