"""One chest radiograph with the truth about it."""

from dataclasses import dataclass

import numpy as np

from infra.phantoms.chest.bones import bone
from infra.phantoms.chest.film import expose, parenchyma, process
from infra.phantoms.chest.lesions import Lungs, Seen, paint
from infra.phantoms.chest.person import LABELS, Label, Sitting
from infra.phantoms.chest.stage import Stage
from infra.phantoms.chest.thorax import Thorax, build_thorax
from infra.phantoms.chest.vessels import bronchi, vessels
from infra.phantoms.fields import Field, step

LUNG_DENSITY = 0.24
"""Of soft tissue."""
ENLARGED = 0.53
"""Cardiothoracic ratio from which a heart counts as enlarged."""

type Box = tuple[float, float, float, float]
"""x, y, width, height in pixels."""


@dataclass(frozen=True)
class Radiograph:
    picture: Field
    """Brightness, 0 black to 1 white."""
    truth: dict[Label, list[Box]]

    @property
    def labels(self) -> list[int]:
        return [int(label in self.truth) for label in LABELS]


def take(sitting: Sitting, shape: tuple[int, int] = (224, 224)) -> Radiograph:
    """The radiograph of this sitting; the same at any size, but for detail and noise."""
    stage = Stage(sitting, shape)
    thorax = build_thorax(stage)
    has_bronchogram = any(lesion.kind == "consolidation" for lesion in sitting.person.lesions)
    lungs, seen = paint(stage, thorax, bronchi(stage) if has_bronchogram else np.zeros(shape, np.float32))
    soft = _soft_tissue(stage, thorax, lungs)
    bones = bone(stage, thorax) * step(thorax.body - 8, 8) * (1 - 0.5 * step(thorax.y - 318, 30))
    picture = process(stage, expose(stage, soft, bones), thorax.body)
    return Radiograph(picture, _truth(stage, thorax, seen))


def _soft_tissue(stage: Stage, thorax: Thorax, lungs: Lungs) -> Field:
    lung = thorax.lungs["right"] + thorax.lungs["left"]
    present = 1 - lungs.empty
    share = LUNG_DENSITY * (1 + 0.10 * parenchyma(stage)) * present
    share = share + (1 - share) * lungs.filled
    blood = vessels(stage) * step(lung - 12, 30) * present * (1 - 0.85 * lungs.filled)
    soft = thorax.body - lung * (1 - share) - thorax.airways + blood + lungs.pleura
    return np.clip(soft, 0, None).astype(np.float32)


def _truth(stage: Stage, thorax: Thorax, seen: list[Seen]) -> dict[Label, list[Box]]:
    truth: dict[Label, list[Box]] = {}
    if stage.sitting.person.heart > ENLARGED:
        truth["Cardiomegaly"] = [_box(thorax.heart * (thorax.y > 170) * (thorax.y < 300) > 45)]
    for one in seen:
        if one.where.any():
            truth.setdefault(one.label, []).append(_box(one.where))
    return truth


def _box(where: np.ndarray) -> Box:
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    return (
        float(columns[0]),
        float(rows[0]),
        float(columns[-1] - columns[0] + 1),
        float(rows[-1] - rows[0] + 1),
    )
