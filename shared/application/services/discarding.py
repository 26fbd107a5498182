"""Removes the copy of a series: its blobs first, so that what breaks off can be done again."""

from shared.application.ports import Blobs
from shared.domain.kept_series import KeptSeries


def discard(kept: KeptSeries, blobs: Blobs) -> None:
    for name in kept.names():
        blobs.remove(name)
    number = kept.blobs
    while blobs.stat(kept.name(number)):  # of a filling that broke off nobody knows how far it came
        blobs.remove(kept.name(number))
        number += 1
