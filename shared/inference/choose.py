"""Which image of a series a model is given."""

from collections.abc import Iterator
from typing import NamedTuple

from pydicom.dataset import Dataset

from shared.application.models.inference import SeriesIndex
from shared.application.ports import Blobs
from shared.domain.model_manifest import ModelManifest
from shared.imaging.reader import read_header, text
from shared.inference.errors import NotForThisModel

LOOKED_AT = 8
"""Instances of a series that are opened to find the best view; a radiograph has one to four."""
PREFERRED = ("PA", "AP")


class Chosen(NamedTuple):
    header: Dataset
    file: bytes


def choose(index: SeriesIndex, manifest: ModelManifest, blobs: Blobs) -> Chosen:
    """The best frontal view. Raises NotForThisModel if no header fits, ImagingError, NotFound."""
    refusals: list[str] = []
    best: Chosen | None = None
    for ds, file in _opened(index, blobs):
        reason = manifest.accepts(
            modality=text(ds, "Modality"),
            body_part=text(ds, "BodyPartExamined"),
            view=text(ds, "ViewPosition"),
        )
        if reason:
            refusals.append(reason)
        elif best is None or _rank(ds) < _rank(best.header):
            best = Chosen(ds, file)
            if _rank(ds) == 0:
                break
    if best:
        return best
    what = manifest.rejection.reason if manifest.rejection else "not an image for this model"
    raise NotForThisModel(f"{what} ({refusals[0]})" if refusals else "the series holds no image")


def _opened(index: SeriesIndex, blobs: Blobs) -> Iterator[Chosen]:
    by_number = sorted(
        index.instances, key=lambda one: (one.number is None, one.number or 0, one.sop_instance_uid)
    )
    for one in by_number[:LOOKED_AT]:
        file = blobs.get(one.blob, one.offset, one.size)
        yield Chosen(read_header(file), file)


def _rank(ds: Dataset) -> int:
    view = text(ds, "ViewPosition").upper()
    return PREFERRED.index(view) if view in PREFERRED else len(PREFERRED)
