"""Rows of a search as viewers need them: OHIF's worklist fails as a whole on one row without these."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from shared.application.dicom.attributes import BY_KEYWORD
from shared.application.dicom.paths import ROOT, UID, relink, url_of
from shared.application.dicom.source import DicomJson, Resource
from shared.application.models.dicom_rows import text

PIXELS = frozenset({"7FE00008", "7FE00009", "7FE00010"})  # of floats, of doubles, and of whole numbers
ALWAYS = {
    "studies": (
        "ModalitiesInStudy",
        "StudyDescription",
        "NumberOfStudyRelatedSeries",
        "NumberOfStudyRelatedInstances",
    ),
    "series": ("Modality", "NumberOfSeriesRelatedInstances"),
    "instances": (),
}


def repaired(row: DicomJson, level: str) -> DicomJson:
    """The row, with the attributes that viewers read on every row, and with our own RetrieveURL."""
    for keyword in ALWAYS[level]:
        tag, vr = BY_KEYWORD[keyword]
        row.setdefault(tag, {"vr": vr}).setdefault("Value", [])
    resource = _named(row)
    row["00081190"] = {"vr": "UR", "Value": [url_of(resource) if resource.study_uid else ROOT]}
    return row


def _named(row: DicomJson) -> Resource:
    """What it is about; what is no UID names nothing."""
    study, series, sop = (_uid(row, tag) for tag in ("0020000D", "0020000E", "00080018"))
    return Resource(study, series, sop)


def _uid(row: DicomJson, tag: str) -> str:
    found = text(row, tag)
    return found if UID.fullmatch(found) else ""


def relinked(dataset: DicomJson, base: str) -> DicomJson:
    """The data set, with every BulkDataURI one of ours; those that name nothing of ours are dropped.

    `base` is the path of the answer: relative ones are relative to it.
    """
    for element in _elements(dataset):
        uri = element.get("BulkDataURI")
        if uri is None:
            continue
        if ours := relink(urljoin(base, uri)):
            element["BulkDataURI"] = ours
        else:
            del element["BulkDataURI"]
    return dataset


def with_pixels(dataset: DicomJson) -> DicomJson:
    """The metadata of an image says where its pixels are: some servers leave them out."""
    resource = _named(dataset)
    if not PIXELS & dataset.keys() and text(dataset, "00280010") and all(resource[:3]):
        dataset["7FE00010"] = {"vr": "OW", "BulkDataURI": f"{url_of(resource)}/bulkdata/7FE00010"}
    return dataset


def _elements(dataset: DicomJson) -> Iterator[dict[str, Any]]:
    waiting = [dataset]
    while waiting:
        for element in waiting.pop().values():
            yield element
            if element.get("vr") == "SQ":
                waiting += [item for item in element.get("Value", ()) if isinstance(item, dict)]
