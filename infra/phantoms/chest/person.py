"""Who is in front of the detector, and how the picture was taken: everything the phantom draws by lot."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

type Side = Literal["right", "left"]  # the patient's
type Label = Literal["Lung Opacity", "Consolidation", "Cardiomegaly", "Pneumothorax", "Pleural Effusion"]

LABELS: tuple[Label, ...] = (
    "Lung Opacity",
    "Consolidation",
    "Cardiomegaly",
    "Pneumothorax",
    "Pleural Effusion",
)


@dataclass(frozen=True)
class Lesion:
    """Something in one lung. `size` and `strength` run from 0 (small, faint) to 1; `at` picks the place."""

    kind: Literal["haze", "consolidation", "pneumothorax", "effusion"]
    side: Side
    size: float = 0.5
    strength: float = 0.6
    at: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True)
class Person:
    female: bool = False
    width: float = 1.0
    height: float = 1.0
    fat: float = 22.0
    """Soft tissue outside the ribs, mm."""
    inspiration: float = 0.0
    """Diaphragm lower (+) or higher, mm."""
    heart: float = 0.44
    """Cardiothoracic ratio."""
    markings: float = 1.0
    age: float = 0.5
    lesions: tuple[Lesion, ...] = ()


@dataclass(frozen=True)
class Exposure:
    roll: float = 0.0
    """Degrees the picture is turned."""
    turn: float = 0.0
    """Patient's rotation: mm that the front moves against the spine."""
    shift: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0
    noise: float = 0.5
    scatter: float = 0.35
    contrast: float = 1.0
    brightness: float = 0.0
    sharpening: float = 0.6
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Collimated away: share of top, right, bottom, left."""
    marker: str = "R"


@dataclass(frozen=True)
class Sitting:
    seed: int
    person: Person = field(default_factory=Person)
    exposure: Exposure = field(default_factory=Exposure)


def draw_sitting(seed: int, labels: frozenset[Label] = frozenset()) -> Sitting:
    """A random sitting that shows exactly these labels."""
    rng = np.random.default_rng([seed, 11])
    person = _person(rng)
    if "Cardiomegaly" in labels:
        person = replace(person, heart=rng.uniform(0.565, 0.68))
    return Sitting(seed, replace(person, lesions=_lesions(rng, labels)), _exposure(rng))


def _person(rng: np.random.Generator) -> Person:
    return Person(
        female=bool(rng.random() < 0.5),
        width=rng.uniform(0.88, 1.12),
        height=rng.uniform(0.9, 1.1),
        fat=rng.uniform(10, 42),
        inspiration=rng.uniform(-18, 14),
        heart=rng.uniform(0.38, 0.495),
        markings=rng.uniform(0.6, 1.3),
        age=rng.random(),
    )


def _exposure(rng: np.random.Generator) -> Exposure:
    tight = rng.random(4) * rng.choice([0, 0.02, 0.05])
    return Exposure(
        roll=rng.normal(0, 1.8),
        turn=rng.normal(0, 4),
        shift=(rng.normal(0, 7), rng.normal(0, 8)),
        zoom=rng.uniform(0.92, 1.1),
        noise=rng.uniform(0.2, 1.3),
        scatter=rng.uniform(0.15, 0.6),
        contrast=rng.uniform(0.8, 1.25),
        brightness=rng.uniform(-0.08, 0.08),
        sharpening=rng.uniform(0.1, 1.0),
        margins=(tight[0], tight[1], tight[2], tight[3]),
        marker=str(rng.choice(["R", "L", ""])),
    )


def _lesions(rng: np.random.Generator, labels: frozenset[Label]) -> tuple[Lesion, ...]:
    kinds = {"Lung Opacity": "haze", "Pneumothorax": "pneumothorax", "Pleural Effusion": "effusion"}
    wanted = [kinds[label] for label in LABELS if label in labels and label in kinds]
    if "Consolidation" in labels:  # a consolidation is a lung opacity, too
        wanted = ["consolidation", *(k for k in wanted if k != "haze" or rng.random() < 0.2)]
    if "haze" in wanted and rng.random() < 0.35:
        wanted.append("haze")
    return tuple(_lesion(rng, kind) for kind in wanted)


def _lesion(rng: np.random.Generator, kind: str) -> Lesion:
    side: Side = "right" if rng.random() < 0.5 else "left"
    return Lesion(kind, side, rng.random(), rng.random(), (rng.random(), rng.random()))  # pyright: ignore[reportArgumentType]
