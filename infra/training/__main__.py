"""Generate the examples to train on: `python -m infra.training FOLDER [TRAIN] [VALID]`."""

import sys
from pathlib import Path

import numpy as np

from infra.training.dataset import generate

VALID_FROM = 1_000_000
"""Phantoms to train on count from 0, those for the temperature from here, fresh ones from 2,000,000."""


def main(folder: str, train: str = "7500", valid: str = "800") -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, start, count in (("train", 0, int(train)), ("valid", VALID_FROM, int(valid))):
        made = generate(range(start, start + count))
        np.savez(Path(folder) / f"{name}.npz", images=made.images, labels=made.labels)
        print(f"{folder}/{name}.npz: {count} examples")


if __name__ == "__main__":
    main(*sys.argv[1:])
