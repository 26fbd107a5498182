"""Skull vault and brain: cortex with its folds, white matter, nuclei, ventricles, cerebellum and stem."""

import numpy as np

from infra.phantoms.fields import Field, smooth_noise
from infra.phantoms.head.section import Mask, Section
from infra.phantoms.head.tissue import (
    CALCIFIED,
    CORTEX,
    CSF,
    DIPLOE,
    DURA,
    GREY,
    NUCLEUS,
    SOFT,
    WHITE,
)

VAULT = (0.0, 0.0, 78.0)
OUTER, INNER = (70.0, 88.0, 74.0), (63.5, 81.5, 67.5)


def _vault(section: Section, axes: tuple[float, float, float]) -> Field:
    """Below 1 inside; flatter at the temples, and below z = 78 it goes on downwards as the base."""
    z = max(min((section.z - VAULT[2]) / axes[2], 1.0), -1.0)
    deep = abs(z) ** 2.4 if z < 0 else (max(section.z - 92, 0) / 62) ** 2
    narrow = 1 - 0.10 * (section.y < -30) * (-section.y - 30) / 60
    return (section.x / (axes[0] * narrow)) ** 2 + (section.y / axes[1]) ** 2 + deep


def paint_brain(section: Section, rng: np.random.Generator) -> None:
    if section.z > 158:
        return
    outer, inner = _vault(section, OUTER), _vault(section, INNER)
    cranium = outer < 1 if section.z < 134 else (outer < 1) & (section.y > 14)
    cavity, near_cavity = _in_reach(section, 0), _in_reach(section, 5)
    section.paint(cranium & ~near_cavity, SOFT)
    section.paint(cranium & near_cavity, CORTEX)
    section.paint(
        cranium
        & near_cavity
        & (_vault(section, (67.8, 85.8, 71.8)) < 1)
        & (_vault(section, (65.6, 83.6, 69.6)) >= 1),
        DIPLOE,
    )
    hollow = (inner < 1) & cavity
    section.paint(hollow, CSF)
    _tissue(section, hollow, inner, rng)
    _midline(section, hollow)
    _deep(section, hollow)
    _posterior_fossa(section, rng)


def _in_reach(section: Section, margin: float) -> Mask:
    """Where the cavity is, and `margin` mm round it: all above the orbits' roof; below, the middle and
    posterior fossae only."""
    if section.z < 98:
        return np.ones(section.tissue.shape, np.bool_)
    across = np.abs(section.x)
    front = -66 + (section.z - 98) * 1.9 + 9 * np.cos(section.x / 14) * (section.z > 104)
    if section.z > 126:
        front = np.maximum(front, 20 - 0.1 * across)
    return section.y > front - margin


def _tissue(section: Section, hollow: Mask, inner: Field, rng: np.random.Generator) -> None:
    """Grey ribbon following folds; sulci are where a wandering phase passes zero near the surface."""
    z = section.z
    depth = 1 - np.sqrt(np.clip(inner, 0, 4))  # 0 at the table, about 1 in the middle
    shape = section.tissue.shape
    wander = smooth_noise(rng, shape, 22) * 0.5 + smooth_noise(rng, shape, 9) * 0.7
    reach = 0.17 + 0.07 * smooth_noise(rng, shape, 12)
    angle = np.arctan2(section.x / 64, section.y / 82)
    folds = np.abs(np.sin(13 * angle + wander + 0.05 * z * np.sign(section.x)))
    sulcus = (folds < 0.17 * np.clip(1.25 - depth / reach, 0, 1)) & (depth < reach)
    rim = (depth < 0.022) | sulcus
    grey = (depth < 0.075) | ((folds < 0.52) & (depth < reach + 0.055))
    section.paint(hollow, WHITE)
    section.paint(hollow & grey, GREY)
    section.paint(hollow & rim, CSF)
    sylvian = _sylvian(section)
    section.paint(hollow & sylvian[1], GREY)
    section.paint(hollow & sylvian[0], CSF)


def _sylvian(section: Section) -> tuple[Mask, Mask]:
    if not 70 < section.z < 112:
        empty = np.zeros(section.tissue.shape, np.bool_)
        return empty, empty
    line = np.abs(section.y + 14 - (np.abs(section.x) - 40) * 0.35 + 3 * np.sin(section.x / 5))
    reach = (np.abs(section.x) > 36) & (np.abs(section.x) < 64)
    bow = np.abs(section.x) - 38 - 4 * np.cos((section.y + 8) / 12)
    insula = (np.abs(bow) < 1.2) & (np.abs(section.y + 8) < 17)
    grey = (np.abs(bow) < 4.2) & (np.abs(section.y + 8) < 20)
    return (line < 1.5) & reach | insula, (line < 5.2) & reach | grey


def _midline(section: Section, hollow: Mask) -> None:
    if section.z > 118:
        return
    callosal = (np.abs(section.y) < 34) & (section.z > 62)
    gap = (np.abs(section.x + 0.5 * np.sin(section.y / 9)) < 1.5) & ~callosal
    ribbon = (np.abs(section.x) < 5.5) & ~callosal & (section.z < 100)
    section.paint(hollow & ribbon, GREY)
    section.paint(hollow & gap, CSF)
    falx = (np.abs(section.x) < 0.8) & ((section.y > 34) | (section.y < -44)) & (section.z < 104)
    section.paint(hollow & falx, DURA)
    section.paint(hollow & section.ball((0, 79, 80), (5, 4, 60)), DURA)


def _deep(section: Section, hollow: Mask) -> None:
    """Basal nuclei, thalami and the ventricles."""
    for mask, tissue in (
        (section.both((24, -8, 86), (7.5, 19, 17), -14), NUCLEUS),
        (section.both((13, -21, 82), (5, 9, 16), -12), NUCLEUS),
        (section.both((11, 9, 84), (8.5, 14, 12), 18), NUCLEUS),
        (section.both((9, -22, 72), (5, 17, 13), 14), CSF),
        (section.both((15, 12, 66), (6.5, 27, 10), -10), CSF),
        (section.both((24, 34, 76), (6, 14, 13), -24), CSF),
        (section.both((34, 12, 100), (3.5, 13, 8), -22), CSF),
        (section.ball((0, 2, 88), (2.4, 13, 13)), CSF),
        (section.both((23, 33, 76), (3, 6, 6), -24), CALCIFIED),
        (section.ball((0, 25, 84), (3, 3, 4)), CALCIFIED),
    ):
        section.paint(hollow & mask, tissue)


def _posterior_fossa(section: Section, rng: np.random.Generator) -> None:
    """Cerebellum with its leaves, brain stem, fourth ventricle and the cisterns round them."""
    z = section.z
    if not 96 < z < 158:
        return
    cavity = section.ball((0, 46, 124), (53, 36, 31)) & (_vault(section, INNER) < 1.25)
    section.paint(cavity, CSF)
    lobes = section.both((23, 50, 124), (29, 28, 31), 12) & cavity
    leaves = np.sin(
        0.95 * np.hypot(section.x * 0.8, section.y - 24) + 1.2 * smooth_noise(rng, section.tissue.shape, 20)
    )
    section.paint(lobes, GREY)
    section.paint(lobes & (leaves > 0.35), WHITE)
    section.paint(section.both((18, 46, 124), (13, 12, 16)) & lobes, WHITE)
    section.paint(section.ball((0, 48, 122), (7, 20, 22)) & cavity, GREY)
    section.paint(section.ball((0, 16, 112), (22, 20, 12)), CSF)
    section.paint(section.ball((0, 14, 118), (17, 13, 22)), WHITE)
    section.paint(section.ball((0, 22, 148), (8, 8, 26)), WHITE)
    section.paint(section.ball((0, 30, 124), (7, 4.5, 12)), CSF)
