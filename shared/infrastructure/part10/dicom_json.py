"""Data sets in the DICOM JSON model (PS3.18 F), their bulk data named instead of included."""

from collections.abc import Iterable
from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING, Any

from shared.application.dicom.attributes import Attribute
from shared.application.dicom.paths import url_of
from shared.application.dicom.source import DicomJson, Resource
from shared.infrastructure.part10.instance import Instance

if TYPE_CHECKING:
    from pydicom import Dataset
    from pydicom.dataelem import DataElement

LARGEST_INLINE = 1024  # bytes of a binary value
NUMBERS = frozenset({"DS", "FD", "FL"})
SKIPPED = frozenset({"00080005"})  # JSON is UTF-8, whatever the file was


def metadata_of(instance: Instance) -> DicomJson:
    """Everything but pixels. An element that cannot be read is left out; the others are kept."""
    json = _json(instance.dataset)
    for tag in SKIPPED:
        json.pop(tag, None)
    json["00083002"] = {"vr": "UI", "Value": [instance.meta.transfer_syntax_uid]}  # what /frames will answer
    resource = Resource(instance.study_uid, instance.series_uid, instance.sop_uid)
    if instance.frames:
        json["7FE00010"] = {"vr": "OW", "BulkDataURI": ""}
    _put_right(json, f"{url_of(resource)}/bulkdata")
    return dict(sorted(json.items()))


def attributes_of(metadata: DicomJson, wanted: Iterable[Attribute]) -> DicomJson:
    return {tag: metadata[tag] for tag, _ in wanted if tag in metadata}


def _json(dataset: "Dataset") -> DicomJson:
    """pydicom leaves out elements too, by a setting that holds for all threads, and at times for ever."""
    told: DicomJson = {}
    for tag in dataset.keys():  # noqa: SIM118  iterating over the data set would read what may fail
        with suppress(Exception):
            told[f"{tag:08X}"] = dataset[tag].to_json_dict(_leave_out, LARGEST_INLINE)
    return told


def _leave_out(_: "DataElement") -> str:
    return ""  # named below, where the way to it is known


def _put_right(json: dict[str, Any], way: str) -> None:
    """Name bulk data, and take out what is no number."""
    for tag, element in json.items():
        if element.get("vr") in NUMBERS and "Value" in element:
            element["Value"] = [number if _is_number(number) else None for number in element["Value"]]
        elif "BulkDataURI" in element:
            element["BulkDataURI"] = f"{way}/{tag}"
        elif element.get("vr") == "SQ":
            for number, item in enumerate(element.get("Value", ()), 1):
                _put_right(item, f"{way}/{tag}/{number}")


def _is_number(value: Any) -> bool:
    """In JSON, which has no NaN and no infinity: browsers refuse the whole for them."""
    return not isinstance(value, float) or isfinite(value)


def bulk_data_of(file: bytes, way: str) -> bytes | None:
    """The value that a path below /bulkdata/ leads to; None where it leads nowhere."""
    from shared.imaging.errors import ImagingError
    from shared.imaging.reader import read_header

    try:
        return bulk_data(read_header(file), way)
    except ImagingError:
        return None


def bulk_data(dataset: "Dataset", way: str) -> bytes | None:
    """The value that a path like "54000100/1/54001010" leads to: tags, with the number of an item between."""
    steps = way.split("/")
    try:
        for tag, number in zip(steps[:-1:2], steps[1::2], strict=True):
            dataset = dataset[int(tag, 16)].value[int(number) - 1]
        value = dataset[int(steps[-1], 16)].value
    except (LookupError, ValueError, TypeError, AttributeError, NotImplementedError):
        return None
    return bytes(value) if isinstance(value, bytes | bytearray) else None
