"""Which image of a series a model is given."""

from collections.abc import Iterable

from pydicom.dataset import Dataset

from shared.application.models.inference import IndexedInstance, SeriesIndex
from shared.application.ports import Blobs
from shared.domain.model_manifest import ModelManifest
from shared.imaging.reader import read
from shared.inference.errors import NotForThisModel

LOOKED_AT = 8
"""Instances of a series that are opened to find the best view; a radiograph has one to four."""
PREFERRED = ("PA", "AP")


def choose(index: SeriesIndex, manifest: ModelManifest, blobs: Blobs) -> Dataset:
    """The best frontal view. Raises NotForThisModel if no header fits, ImagingError, NotFound."""
    refusals: list[str] = []
    fitting: list[Dataset] = []
    for ds in _opened(index.instances, blobs):
        reason = manifest.accepts(
            modality=ds.get("Modality"), body_part=ds.get("BodyPartExamined"), view=ds.get("ViewPosition")
        )
        if reason:
            refusals.append(reason)
        else:
            fitting.append(ds)
            if _rank(ds) == 0:
                break
    if fitting:
        return min(fitting, key=_rank)
    what = manifest.rejection.reason if manifest.rejection else "not an image for this model"
    raise NotForThisModel(f"{what} ({refusals[0]})" if refusals else "the series holds no image")


def _opened(instances: Iterable[IndexedInstance], blobs: Blobs) -> Iterable[Dataset]:
    by_number = sorted(instances, key=lambda one: (one.number is None, one.number or 0, one.sop_instance_uid))
    return (read(blobs.get(one.blob, one.offset, one.size)) for one in by_number[:LOOKED_AT])


def _rank(ds: Dataset) -> int:
    view = str(ds.get("ViewPosition") or "").upper()
    return PREFERRED.index(view) if view in PREFERRED else len(PREFERRED)
