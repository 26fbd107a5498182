"""Area averaging: every output pixel is the mean of the input area under it, fractions of pixels included."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

type Field = NDArray[np.float32]


def resize_area(field: Field, rows: int, columns: int) -> Field:
    """Two matrix products; making larger repeats pixels in proportion to the area they cover."""
    down, across = _weights(field.shape[0], rows), _weights(field.shape[1], columns)
    if rows * field.shape[1] <= columns * field.shape[0]:
        return np.asarray((down @ field) @ across.T, np.float32)
    return np.asarray(down @ (field @ across.T), np.float32)


@lru_cache(maxsize=16)
def _weights(size: int, wanted: int) -> Field:
    """Share of each of `size` input pixels in each of `wanted` output pixels; rows add up to one."""
    edges = np.arange(wanted + 1) * (size / wanted)
    pixels = np.arange(size)
    overlap = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    weights = np.clip(overlap, 0, None)
    return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
