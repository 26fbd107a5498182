"""Fresh examples by number: a phantom, seen through the preprocessing that the job uses, and the truth."""

from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset

from infra.phantoms.chest.person import LABELS, Label, draw_sitting
from infra.phantoms.chest.radiograph import take
from infra.phantoms.fields import Field
from infra.phantoms.others import draw_other
from shared.domain.model_manifest import InputSpecification, Intensity
from shared.domain.values import Region
from shared.imaging.picture import Picture
from shared.imaging.tensor import fit, unit_range

SIZE = 224
INPUT = InputSpecification(
    width=SIZE, height=SIZE, fit="letterbox", intensity=Intensity(kind="percentile", low=1, high=99.5),
    mean=0.45, deviation=0.28,
)  # fmt: skip
NOT_CHEST = 0.16
"""Share of examples that the model has to refuse."""


@dataclass(frozen=True)
class Example:
    kind: str
    image: Field
    """SIZE x SIZE, 0 to 1: the tensor before mean and deviation."""
    labels: tuple[int, ...]
    is_chest: bool
    boxes: dict[Label, list[Region]]
    """In pixels of `image`."""


def example(seed: int) -> Example:
    rng = np.random.default_rng([seed, 83])
    longest = int(rng.choice([240, 272, 320, 448], p=[0.4, 0.25, 0.15, 0.2]))
    ratio = rng.uniform(0.78, 1.0)
    shape = (longest, round(longest * ratio)) if rng.random() < 0.7 else (round(longest * ratio), longest)
    if rng.random() < NOT_CHEST:
        kind, picture = draw_other(seed, shape)
        return Example(kind, _seen(picture)[0], (0,) * len(LABELS), is_chest=False, boxes={})
    taken = take(draw_sitting(seed, _wanted(rng)), shape)
    image, scale, (top, left) = _seen(taken.picture)
    boxes: dict[Label, list[Region]] = {
        label: [
            Region(
                x=round(x * scale + left),
                y=round(y * scale + top),
                width=round(w * scale),
                height=round(h * scale),
            )
            for x, y, w, h in found
        ]
        for label, found in taken.truth.items()
    }
    return Example("chest", image, tuple(taken.labels), is_chest=True, boxes=boxes)


def _wanted(rng: np.random.Generator) -> frozenset[Label]:
    count = int(rng.choice([0, 1, 2], p=[0.30, 0.5, 0.2]))
    return frozenset(LABELS[i] for i in rng.choice(len(LABELS), count, replace=False))


def _seen(picture: Field) -> tuple[Field, float, tuple[float, float]]:
    """Stored with 12 bits and prepared as the job does it."""
    stored = np.round(picture * 4095).astype(np.float32)
    image, placement = fit(unit_range(Picture(Dataset(), stored, inverted=False), INPUT.intensity), INPUT)
    return image, placement.scale[0], placement.offset
