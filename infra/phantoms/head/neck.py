"""Spine, airway, vessels, muscles and glands from the atlas to the top of the lungs."""

import numpy as np

from infra.phantoms.head.section import Section
from infra.phantoms.head.tissue import (
    AIR,
    BLOOD,
    CARTILAGE,
    CORD,
    CORTEX,
    CSF,
    DISC,
    FAT,
    GLAND,
    LUNG,
    MUSCLE,
    SOFT,
    SPONGY,
    THYROID,
)

LEVEL = 17.0
"""Height of a cervical vertebra with its disc, mm."""


def paint_neck(section: Section) -> None:
    if section.z < 140:
        return
    _muscles(section)
    _vertebra(section)
    _vessels(section)
    _throat(section)
    _chest(section)


def _muscles(section: Section) -> None:
    """Fat planes first, then the muscles that they part."""
    z = section.z
    if z < 165:
        return
    for side in (-1, 1):
        drift = (z - 200) * 0.12
        section.paint(section.inside((side * 36, -4), (16, 26), side * 12), FAT)
        section.paint(section.inside((side * (44 - drift), 12 - drift * 2), (8, 19), side * -28), MUSCLE)
        section.paint(section.inside((side * 22, 50), (19, 16), side * -20), MUSCLE)
        section.paint(section.inside((side * 40, 40), (14, 17), side * -32), MUSCLE)
        section.paint(section.inside((side * 12, 8), (9, 5), side * 10), MUSCLE)
    between = (np.abs(section.x) < 1.2) & (section.y > 44) & (section.y < 62)
    section.paint(between, FAT)
    if 205 < z < 235:
        section.paint(section.both((27, -28, 220), (11, 13, 15), 20), GLAND)


def _vertebra(section: Section) -> None:
    z = section.z
    if z < 152:
        return
    forward = 20 + 5 * np.sin((z - 150) / 75)
    phase = ((z - 152) % LEVEL) / LEVEL
    if z < 170:  # the atlas and the dens
        ring = section.inside((0, forward + 8), (25, 22)) & ~section.inside((0, forward + 9), (18, 17))
        section.paint(ring, CORTEX)
        section.paint(section.inside((0, forward - 6), (6, 6)), CORTEX)
        section.paint(section.inside((0, forward - 6), (4, 4)), SPONGY)
    else:
        _body(section, forward, phase)
    section.paint(section.inside((0, forward + 19), (11, 8.5)), CSF)
    section.paint(section.inside((0, forward + 19), (6.5, 4.6)), CORD)


def _body(section: Section, forward: float, phase: float) -> None:
    if phase > 0.72:
        section.paint(section.inside((0, forward), (13, 9.5)), DISC)
    else:
        section.paint(section.inside((0, forward), (14, 10.5)), CORTEX)
        section.paint(section.inside((0, forward), (12, 8.5)), SPONGY)
    for side in (-1, 1):
        section.paint(section.inside((side * 18, forward + 9), (7.5, 5.5), side * 20), CORTEX)
        section.paint(section.inside((side * 18, forward + 9), (5, 3.2), side * 20), SPONGY)
        section.paint(section.inside((side * 17, forward + 2), (3, 3)), BLOOD)  # vertebral arteries
    if phase < 0.6:
        arch = section.inside((0, forward + 18), (17, 16)) & ~section.inside((0, forward + 18), (12.5, 11))
        section.paint(arch & (section.y > forward + 12), CORTEX)
        section.paint(section.inside((0, forward + 38), (3.2, 10)), CORTEX)
        section.paint(section.inside((0, forward + 37), (1.4, 8)), SPONGY)


def _vessels(section: Section) -> None:
    z = section.z
    if z < 165:
        return
    for side in (-1, 1):
        section.paint(section.inside((side * (27 - (z - 165) * 0.04), -6), (3.8, 3.8)), BLOOD)
        wide = 7.2 if side > 0 else 8.6
        section.paint(section.inside((side * (35 - (z - 165) * 0.05), 1), (wide, 5.2), side * 25), BLOOD)


def _throat(section: Section) -> None:
    z = section.z
    if z < 176:  # nasopharynx
        section.paint(section.ball((0, -18, 160), (13, 9, 22)), AIR)
    elif z < 228:  # soft palate, oropharynx, epiglottis
        section.paint(section.inside((0, -8), (13, 7)), SOFT)
        section.paint(section.inside((0, -7), (9 + 3 * np.sin(z / 9), 4.6)), AIR)
    else:
        _larynx(section)
    if 226 < z < 236:
        horseshoe = section.inside((0, -18), (21, 22)) & ~section.inside((0, -16), (17, 18))
        section.paint(horseshoe & (section.y < -8), CORTEX)


def _larynx(section: Section) -> None:
    z = section.z
    section.paint(section.inside((0, -20), (22, 22)), SOFT)
    if 238 < z < 264:
        shield = (np.abs(section.y + 40 - np.abs(section.x) * 1.1) < 2.2) & (np.abs(section.x) < 19)
        section.paint(shield, CARTILAGE)
    if 258 < z < 274:
        section.paint(section.inside((0, -20), (13, 13)) & ~section.inside((0, -20), (10.5, 10.5)), CARTILAGE)
    narrow = 2.4 if 250 < z < 256 else 7.5  # the cords
    section.paint(section.inside((0, -20), (narrow, 10)), AIR)
    section.paint(section.both((17, -22, 280), (8, 11, 19), 10), THYROID)
    if z > 272:
        section.paint(section.inside((0, -20), (9.2, 8.6)), CARTILAGE)
        section.paint(section.inside((0, -20), (7.8, 7.2)), AIR)
    section.paint(section.inside((3, 2), (6, 3.6)), MUSCLE)  # oesophagus
    section.paint(section.inside((3, 2), (1.4, 0.9)), AIR)


def _chest(section: Section) -> None:
    z = section.z
    if z < 280:
        return
    for side in (-1, 1):
        section.paint(
            section.inside((side * (70 + (z - 280)), -30), (34, 7), side * -14), CORTEX
        )  # clavicles
        section.paint(section.inside((side * (70 + (z - 280)), -30), (32, 4.5), side * -14), SPONGY)
        lung = section.ball((side * 46, 26, 345), (38, 46, 48))
        section.paint(section.ball((side * 46, 26, 345), (43, 51, 53)), MUSCLE)
        section.paint(lung, LUNG)
        ring = section.ball((side * 46, 26, 345), (44, 52, 54)) & ~section.ball(
            (side * 46, 26, 345), (40.5, 48.5, 50.5)
        )
        section.paint(ring & (np.sin(section.x / 9 + z / 6) > -0.1) & (section.y > -8), CORTEX)
