"""Tissues, and how CT and MR show them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tissue:
    hounsfield: float
    texture: float
    """How uneven it is, HU."""
    t2: float
    """Signal of a T2-weighted turbo spin echo, arbitrary units."""


AIR = Tissue(-1000, 0, 4)
FAT = Tissue(-95, 8, 620)
SKIN = Tissue(30, 6, 240)
MUSCLE = Tissue(58, 7, 150)
SOFT = Tissue(45, 6, 260)
GLAND = Tissue(20, 14, 430)
THYROID = Tissue(112, 6, 330)
BLOOD = Tissue(46, 3, 35)
CARTILAGE = Tissue(95, 25, 140)
CORTEX = Tissue(1250, 120, 12)
DIPLOE = Tissue(520, 130, 210)
SPONGY = Tissue(260, 60, 280)
TOOTH = Tissue(2100, 150, 8)
WHITE = Tissue(28, 2, 330)
GREY = Tissue(38, 2.5, 455)
NUCLEUS = Tissue(36, 2, 385)
CSF = Tissue(6, 2, 960)
DURA = Tissue(62, 3, 80)
CALCIFIED = Tissue(180, 30, 60)
VITREOUS = Tissue(8, 1.5, 930)
LENS = Tissue(85, 3, 110)
SCLERA = Tissue(55, 3, 160)
MUCOSA = Tissue(35, 10, 560)
CORD = Tissue(38, 2, 400)
DISC = Tissue(85, 8, 420)
LUNG = Tissue(-820, 35, 25)

TISSUES = (
    AIR, FAT, SKIN, MUSCLE, SOFT, GLAND, THYROID, BLOOD, CARTILAGE, CORTEX, DIPLOE, SPONGY, TOOTH,
    WHITE, GREY, NUCLEUS, CSF, DURA, CALCIFIED, VITREOUS, LENS, SCLERA, MUCOSA, CORD, DISC, LUNG,
)  # fmt: skip
