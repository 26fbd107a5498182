"""Base of the skull, orbits, sinuses, jaws and teeth."""

import numpy as np

from infra.phantoms.head.section import Mask, Section
from infra.phantoms.head.tissue import (
    AIR,
    CORTEX,
    DIPLOE,
    FAT,
    GLAND,
    LENS,
    MUCOSA,
    MUSCLE,
    SCLERA,
    SOFT,
    SPONGY,
    TOOTH,
    VITREOUS,
    WHITE,
)


def paint_face(section: Section, rng: np.random.Generator) -> None:
    if not 84 < section.z < 232:
        return
    _cheeks(section)
    _base(section, rng)
    _orbits(section)
    _sinuses(section)
    _nose(section)
    _upper_jaw(section)
    _mandible(section)


def _cheeks(section: Section) -> None:
    if 130 < section.z < 205:
        section.paint(section.both((44, -62, 165), (20, 26, 34), 30), FAT)
        section.paint(section.both((53, -28, 178), (9, 22, 34), 18), MUSCLE)  # masseter
        section.paint(section.both((58, 4, 178), (13, 16, 28), 10), GLAND)  # parotid
        zygoma = section.both((55, -55, 146), (7, 22, 9), 36)
        section.paint(zygoma, CORTEX)
        section.paint(section.both((55, -55, 146), (4, 18, 5), 36), DIPLOE)


def _base(section: Section, rng: np.random.Generator) -> None:
    """Sphenoid, petrous pyramids with their air cells, clivus, occiput round the great hole."""
    if 96 < section.z < 150:
        section.paint(section.both((34, 6, 128), (30, 9, 13), -38), CORTEX)
        section.paint(section.both((56, 24, 134), (13, 17, 20), -20), CORTEX)
        cells = section.both((56, 24, 134), (10, 14, 17), -20) & (rng.random(section.tissue.shape) < 0.62)
        section.paint(cells & section.is_(CORTEX), AIR)
        section.paint(section.ball((0, -6, 128), (15, 8, 18)), SPONGY)
        section.paint(section.both((44, -44, 122), (18, 5, 14), 42), CORTEX)
        section.paint(section.both((69, 8, 132), (14, 3.2, 4)), AIR)  # ear canals
    if 140 < section.z < 160:
        ring = section.ball((0, 34, 150), (32, 32, 10)) & ~section.ball((0, 30, 150), (17, 19, 60))
        section.paint(ring, CORTEX)
        section.paint(section.ball((0, 26, 150), (8, 8, 30)), WHITE)


def _orbits(section: Section) -> None:
    for mask, tissue in (
        (section.both((33, -66, 117), (23.5, 33, 23), 20), CORTEX),
        (section.both((33, -67, 117), (21, 32, 21), 20), FAT),
        (section.both((33, -77, 117), (12.6, 12.6, 12.6)), SCLERA),
        (section.both((33, -77, 117), (11.4, 11.4, 11.4)), VITREOUS),
        (section.both((33, -86.5, 117), (5, 2.4, 5)), LENS),
        (section.both((25, -53, 117), (2.2, 19, 2.4), -20), WHITE),
        (section.both((20, -60, 117), (2, 17, 6), -12), MUSCLE),
        (section.both((43, -60, 117), (2, 17, 6), 30), MUSCLE),
        (section.both((31, -60, 104), (5, 17, 2.5), 0), MUSCLE),
        (section.both((31, -60, 130), (5, 17, 2.5), 0), MUSCLE),
    ):
        section.paint(mask, tissue)
    lids = section.both((33, -92, 117), (16, 5, 14))
    section.paint(lids & ~section.is_(AIR), SOFT)


def _sinuses(section: Section) -> None:
    for bone, air in (
        (section.both((12, -87, 92), (17, 8, 12)), section.both((12, -87, 92), (14, 5.5, 10))),
        (section.both((31, -60, 155), (18, 22, 21), 10), section.both((31, -60, 155), (16, 20, 19), 10)),
        (section.ball((0, -26, 126), (18, 15, 12)), section.ball((0, -26, 126), (16, 13, 10))),
        (section.both((7, -60, 119), (8, 26, 20)), section.both((7, -60, 119), (7, 25, 19))),
    ):
        section.paint(bone, CORTEX)
        section.paint(air, AIR)
    if 100 < section.z < 138:
        x, y = np.abs(section.x), section.y
        walls = (np.abs(x - 7 + 1.5 * np.sin(y / 4)) < 0.5) | (np.abs(np.mod(y, 8.5) - 4 + x * 0.2) < 0.5)
        section.paint(section.both((7, -60, 119), (7, 25, 19)) & walls, DIPLOE)
        section.paint(section.ball((0, -26, 126), (16, 13, 10)) & (np.abs(section.x - 2) < 0.6), DIPLOE)


def _nose(section: Section) -> None:
    if not 128 < section.z < 172:
        return
    cavity = section.ball((0, -62, 150), (15, 36, 22))
    section.paint(cavity, AIR)
    for z in (142, 156):
        section.paint(section.both((9, -58, z), (4, 22, 7)) & cavity, MUCOSA)
    section.paint(cavity & (np.abs(section.x - 1.2 * np.sin(section.y / 11)) < 1.6), MUCOSA)
    section.paint(cavity & (np.abs(section.x - 1.2 * np.sin(section.y / 11)) < 0.6), DIPLOE)


def _arch(section: Section, centre: float, half: float, depth: float, thick: float) -> Mask:
    outer = section.inside((0, centre), (half, depth)) & (section.y < centre + 4)
    return outer & ~section.inside((0, centre), (half - thick, depth - thick))


def _upper_jaw(section: Section) -> None:
    if 168 < section.z < 196:
        section.paint(section.inside((0, -56), (27, 38)) & (section.y < -30), SOFT)
        if section.z < 176:
            section.paint(section.inside((0, -56), (25, 35)) & (section.y < -34), SPONGY)
        else:
            _teeth(section, -52, 26, 39)


def _teeth(section: Section, centre: float, half: float, depth: float) -> None:
    arch = _arch(section, centre, half, depth, 9)
    section.paint(arch, SPONGY)
    angle = np.arctan2(section.x / half, -(section.y - centre) / depth)
    tooth = np.abs(np.mod(angle * 16 / np.pi, 1) - 0.5) < 0.38
    section.paint(arch & tooth & _arch(section, centre, half - 1, depth - 1, 7), TOOTH)


def _mandible(section: Section) -> None:
    z = section.z
    if 138 < z < 214:
        ramus = section.both((50, -12, 176), (4.5, 14, 42), 8)
        section.paint(ramus, CORTEX)
        section.paint(section.both((50, -12, 176), (2, 11, 40), 8), SPONGY)
    if 192 < z < 226:
        section.paint(
            section.inside((0, -44), (33, 42)) & (section.y < -6), MUSCLE
        )  # tongue, floor of the mouth
        half, depth = 47 - (z - 192) * 0.25, 51 - (z - 192) * 0.1
        if z < 202:
            _teeth(section, -42, 27, 42)
        elif z < 222:
            section.paint(_arch(section, -36, half, depth, 11), CORTEX)
            section.paint(_arch(section, -36, half - 3, depth - 3, 5), SPONGY)
    elif 172 < z <= 192:
        section.paint(section.ball((0, -42, 192), (23, 28, 17)), MUSCLE)
