"""The skin, and what lies between it and the bone: curves of the head and neck against height."""

import numpy as np

from infra.phantoms.fields import Field, height_of
from infra.phantoms.head.section import Mask, Section
from infra.phantoms.head.tissue import FAT, MUSCLE, SKIN

HALF_WIDTH = [
    (0, 0), (4, 28), (14, 50), (30, 64), (55, 74), (85, 78), (115, 77), (150, 71), (185, 64), (210, 58),
    (228, 58), (250, 58), (268, 64), (285, 92), (300, 140), (330, 195),
]  # fmt: skip
FRONT = [
    (0, 0), (4, 34), (14, 60), (30, 78), (55, 91), (85, 97), (115, 97), (135, 99), (160, 100), (185,
    101), (205, 100), (216, 92), (226, 70), (238, 54), (262, 50), (285, 56), (305, 70), (330, 84),
]  # fmt: skip
BACK = [
    (0, 0), (4, 34), (14, 60), (30, 78), (55, 91), (85, 96), (115, 92), (135, 84), (155, 74), (180, 68),
    (215, 68), (255, 72), (285, 84), (330, 100),
]  # fmt: skip


def radius(section: Section, shrink: float = 0) -> Field:
    """Below 1 inside the outline, drawn in by `shrink` mm."""
    z = section.z
    width = max(height_of(HALF_WIDTH, z) - shrink, 0.5)
    front, back = max(height_of(FRONT, z) - shrink, 0.5), max(height_of(BACK, z) - shrink, 0.5)
    depth = np.where(section.y < 0, front, back)
    power = 2.0 + 0.35 * (150 < z < 215) + 0.5 * (z > 285)
    return np.abs(section.x / width) ** power + np.abs(section.y / depth) ** power


def paint_outline(section: Section) -> None:
    z = section.z
    section.paint(radius(section) < 1, SKIN)
    section.paint(radius(section, 2.0) < 1, FAT)
    fat = 3.5 if z < 110 else 7 + 3 * np.sin(section.x / 17) ** 2
    section.paint(radius(section, 2.0 + float(np.mean(fat))) < 1, MUSCLE)
    _nose(section)
    _ears(section)


def _nose(section: Section) -> None:
    if not 112 < section.z < 168:
        return
    out = np.interp(section.z, [112, 150, 160, 168], [0, 17, 14, 0])
    half = np.interp(section.z, [112, 150, 168], [6, 15, 13])
    where = section.inside((0, -96), (float(half), float(out) + 4))
    section.paint(where & (section.y < -86), SKIN)


def _ears(section: Section) -> None:
    for side in (-1, 1):
        ear: Mask = section.ball((side * 79, 12, 132), (6, 17, 30), side * -18)
        section.paint(ear & section.is_(FAT, SKIN) | ear & (radius(section) >= 1), SKIN)
        hollow = section.ball((side * 82, 8, 132), (3, 9, 18), side * -18)
        section.paint(hollow & (radius(section) >= 1), FAT)
