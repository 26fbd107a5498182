"""Where in the image the answer comes from: class-activation maps (Zhou et al., 2016), without gradients."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shared.domain.values import Region
from shared.imaging.tensor import Placement

type Field = NDArray[np.float32]

HOT = 0.5
"""A place belongs to the region when it is this hot, the hottest being 1."""


@dataclass(frozen=True)
class Explanation:
    region: Region
    heat: Field
    """0 to 1 over the whole picture, in few pixels."""


def explain(
    features: Field, row: Field, size: tuple[int, int], placement: Placement, *, whole: bool = False
) -> Explanation:
    """`features` [channels, rows, columns]; `row`: the weights of one label; `size` of the tensor.

    `whole`: the region surrounds every hot place, not only the hottest patch.
    """
    heat = np.clip(np.tensordot(row, features, axes=1), 0, None)
    heat = heat / max(float(heat.max()), 1e-6)
    fine = _enlarged(heat, size)
    hot = fine >= HOT * float(fine.max())
    top, left, bottom, right = _box(hot if whole else _hottest_patch(hot, fine))
    region = placement.region(top, left, bottom, right)
    return Explanation(region, _over_picture(fine, placement))


def _enlarged(heat: Field, size: tuple[int, int]) -> Field:
    image = Image.fromarray(heat.astype(np.float32)).resize((size[1], size[0]), Image.Resampling.BICUBIC)
    return np.clip(np.asarray(image), 0, 1)


def _hottest_patch(hot: NDArray[np.bool_], heat: Field) -> NDArray[np.bool_]:
    """The connected patch with the hottest place: grown from it until it grows no more."""
    patch = np.zeros_like(hot)
    patch[np.unravel_index(int(heat.argmax()), heat.shape)] = True
    while True:
        grown = patch.copy()
        grown[1:] |= patch[:-1]
        grown[:-1] |= patch[1:]
        grown[:, 1:] |= patch[:, :-1]
        grown[:, :-1] |= patch[:, 1:]
        grown &= hot
        if (grown == patch).all():
            return patch
        patch = grown


def _box(hot: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Top, left, bottom, right."""
    rows, columns = np.flatnonzero(hot.any(axis=1)), np.flatnonzero(hot.any(axis=0))
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def _over_picture(fine: Field, placement: Placement) -> Field:
    """The heat cut to the picture: what lies on the padding goes, what was cropped away is cold."""
    rows, columns = (max(1, round(n * s)) for n, s in zip(placement.picture, placement.scale, strict=True))
    top, left = (round(o) for o in placement.offset)
    out = np.zeros((rows, columns), np.float32)
    inside = fine[max(top, 0) : max(top, 0) + rows, max(left, 0) : max(left, 0) + columns]
    at = max(-top, 0), max(-left, 0)
    out[at[0] : at[0] + inside.shape[0], at[1] : at[1] + inside.shape[1]] = inside[
        : rows - at[0], : columns - at[1]
    ]
    return out
