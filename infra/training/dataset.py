"""Many examples at once, on all cores, as arrays."""

import sys
import time
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from infra.training.examples import example


class Arrays(NamedTuple):
    images: NDArray[np.uint8]  # [n, SIZE, SIZE]
    labels: NDArray[np.float32]  # [n, labels + 1]; the last column: is a chest radiograph


def _one(seed: int) -> tuple[NDArray[np.uint8], tuple[int, ...]]:
    made = example(seed)
    return np.round(made.image * 255).astype(np.uint8), (*made.labels, int(made.is_chest))


def generate(seeds: Iterable[int], processes: int = 2) -> Arrays:
    """Prints progress to stderr."""
    wanted = list(seeds)
    images: list[NDArray[np.uint8]] = []
    labels: list[tuple[int, ...]] = []
    with Pool(processes) as pool:
        for image, truth in _counted(pool.imap(_one, wanted, chunksize=16), len(wanted)):
            images.append(image)
            labels.append(truth)
    return Arrays(np.stack(images), np.array(labels, np.float32))


def _counted[T](items: Iterable[T], total: int) -> Iterator[T]:
    started = time.monotonic()
    for number, item in enumerate(items, 1):
        if number % 200 == 0 or number == total:
            rate = number / (time.monotonic() - started)
            print(f"  {number}/{total} phantoms, {rate:.0f}/s", file=sys.stderr, flush=True)
        yield item
