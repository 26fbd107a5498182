"""Soft tissue and air, as lengths along the beam in millimetres."""

from dataclasses import dataclass

import numpy as np

from infra.phantoms.chest.person import Person, Side
from infra.phantoms.chest.stage import Stage
from infra.phantoms.fields import Field, chord, ellipse, step, table

LATERAL = [
    (44, 42),
    (50, 60),
    (60, 76),
    (80, 94),
    (110, 109),
    (160, 123),
    (220, 132),
    (280, 138),
    (330, 141),
    (420, 142),
]
"""Half the width of the rib cage, inside."""
MEDIAL = [(44, 40), (50, 30), (60, 24), (80, 18), (110, 17), (150, 17), (250, 16), (420, 15)]
DEPTH = [(40, 8), (60, 42), (100, 78), (180, 98), (300, 104), (420, 104)]
TORSO = [
    (-60, 58),
    (-5, 60),
    (12, 76),
    (26, 120),
    (45, 172),
    (70, 196),
    (110, 186),
    (180, 172),
    (300, 164),
    (420, 168),
]
THICK = [(-60, 52), (10, 56), (40, 82), (110, 110), (270, 112), (330, 96), (420, 92)]


@dataclass(frozen=True)
class Thorax:
    x: Field
    y: Field
    lateral: Field
    body: Field
    lungs: dict[Side, Field]
    """Length of lung along the beam, heart and mediastinum already taken out."""
    airways: Field
    heart: Field


def build_thorax(stage: Stage) -> Thorax:
    x, y = stage.grid()
    person, turn = stage.sitting.person, stage.sitting.exposure.turn
    lateral = table(y, LATERAL)
    body = _body(x, y, person)
    heart = _heart(x - turn * 0.5, y, person) + _great_vessels(x - turn * 0.35, y, person)
    cage = 2 * table(y, DEPTH) * chord((x / lateral) ** 2)
    sides: dict[Side, float] = {"right": -1.0, "left": 1.0}
    lungs: dict[Side, Field] = {s: _lung(x, y, sign, cage, heart, person) for s, sign in sides.items()}
    airways = _airways(x - turn * 0.4, y) + _bowel_gas(x, y, person)
    return Thorax(x, y, lateral, body, lungs, airways, heart)


def dome(x: Field, sign: float, person: Person) -> Field:
    """Height of the diaphragm; the right one (sign -1) stands higher."""
    top = 279 + person.inspiration + (9 if sign > 0 else 0)
    out = (x * sign - 66) / 76
    return top + np.where(out > 0, 44, 20) * out * out


def _lung(x: Field, y: Field, sign: float, cage: Field, heart: Field, person: Person) -> Field:
    across = x * sign
    inside = step(across - table(y, MEDIAL), 20) * step(y - 44, 4)
    above = dome(x, sign, person) - y
    behind_liver = 0.16 * np.exp(np.clip(above, None, 0) / 14)
    depth = np.where(above > 0, np.clip(0.45 + above / 45, 0, 1), behind_liver).astype(np.float32)
    free = step(above, 2) * depth + (1 - step(above, 2)) * behind_liver
    return np.clip(cage * inside * free - heart * 0.95, 0, None) * inside


def _body(x: Field, y: Field, person: Person) -> Field:
    half = table(y, TORSO) + (person.fat - 22) * np.clip((y - 20) / 60, 0.2, 1)
    depth = 2 * table(y, THICK) + person.fat * 1.6
    round_ = np.clip(1 - np.abs(x / half) ** 2.6, 0, None)
    return (depth * np.sqrt(round_) + _breasts(x, y, person)).astype(np.float32)


def _breasts(x: Field, y: Field, person: Person) -> Field:
    size = (26 + person.fat * 0.5) if person.female else person.fat * 0.25
    both = np.zeros_like(x)
    for sign in (-1, 1):
        both += size * chord(ellipse(x, y, (sign * 78, 226), (66, 62), sign * -18)) * step(y - 150, 90)
    return both


def _heart(x: Field, y: Field, person: Person) -> Field:
    """Left ventricle, right atrium and what lies between; the width follows the cardiothoracic ratio."""
    width = person.heart * 276
    right, left = 0.31 * width, 0.69 * width
    low = person.inspiration * 0.7
    grow = person.heart / 0.44
    ventricle = chord(ellipse(x, y, (left - 62 * grow**0.5, 243 + low), (64 * grow**0.5, 44 * grow**0.7), 36))
    atrium = chord(ellipse(x, y, (42 * grow**0.5 - right, 232 + low), (42 * grow**0.5, 52 * grow**0.6), -8))
    root = chord(ellipse(x, y, (12, 196 + low * 0.5), (38, 50), 12))
    return (150 * np.maximum(np.maximum(ventricle, atrium), 0.8 * root)).astype(np.float32)


def _great_vessels(x: Field, y: Field, person: Person) -> Field:
    """Upper mediastinum: vena cava, aortic arch and descending aorta, pulmonary trunk."""
    knob = 15 + 5 * person.age
    arch = 84 * chord(ellipse(x, y, (19, 112), (knob, 17)))
    trunk = 72 * chord(ellipse(x, y, (24, 150), (19, 19)))
    cava = 70 * chord(((x + 19) / 10) ** 2) * step(y - 70, 30) * step(190 - y, 20)
    aorta = 64 * chord(((x - 19 - 4 * person.age) / 12) ** 2) * step(y - 112, 14) * step(330 - y, 60)
    pedicle = 100 * chord((x / 25) ** 2) * step(y - 40, 20) * step(230 - y, 40)
    return np.maximum.reduce([arch, trunk, cava, aorta, pedicle]).astype(np.float32)


def _airways(x: Field, y: Field) -> Field:
    trachea = 17 * chord(((x - 1) / 8.5) ** 2) * step(142 - y, 10)
    right = 11 * chord(ellipse(x, y, (-17, 152), (7, 24), -52 + 90))
    left = 10 * chord(ellipse(x, y, (22, 154), (6, 26), 58 - 90 + 0))
    return np.maximum.reduce([trachea, right, left]).astype(np.float32)


def _bowel_gas(x: Field, y: Field, person: Person) -> Field:
    """The stomach's bubble under the left dome, and the colon's flexure."""
    low = person.inspiration
    bubble = 46 * chord(ellipse(x, y, (64 + 8 * person.age, 316 + low), (31, 20), 6)) * step(323 + low - y, 3)
    colon = 15 * chord(ellipse(x, y, (108, 350 + low), (15, 22), 20))
    return (bubble + colon).astype(np.float32)
