"""Data sets in the DICOM JSON model (PS3.18 F), their bulk data named instead of included."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from shared.application.dicom.attributes import Attribute
from shared.application.dicom.paths import url_of
from shared.application.dicom.source import DicomJson, Resource
from shared.infrastructure.part10.instance import Instance

if TYPE_CHECKING:
    from pydicom import Dataset
    from pydicom.dataelem import DataElement

LARGEST_INLINE = 1024  # bytes of a binary value
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
    _name_bulk_data(json, f"{url_of(resource)}/bulkdata")
    return dict(sorted(json.items()))


def attributes_of(metadata: DicomJson, wanted: Iterable[Attribute]) -> DicomJson:
    return {tag: metadata[tag] for tag, _ in wanted if tag in metadata}


def _json(dataset: "Dataset") -> DicomJson:
    return dataset.to_json_dict(LARGEST_INLINE, _leave_out, suppress_invalid_tags=True)


def _leave_out(_: "DataElement") -> str:
    return ""  # named below, where the way to it is known


def _name_bulk_data(json: dict[str, Any], way: str) -> None:
    for tag, element in json.items():
        if "BulkDataURI" in element:
            element["BulkDataURI"] = f"{way}/{tag}"
        elif element.get("vr") == "SQ":
            for number, item in enumerate(element.get("Value", ()), 1):
                _name_bulk_data(item, f"{way}/{tag}/{number}")


def bulk_data_of(file: bytes, way: str) -> bytes | None:
    """The value that a path below /bulkdata/ leads to; None where it leads nowhere."""
    from pydicom import dcmread

    return bulk_data(dcmread(BytesIO(file), stop_before_pixels=True), way)


def bulk_data(dataset: "Dataset", way: str) -> bytes | None:
    """The value that a path like "54000100/1/54001010" leads to: tags, with the number of an item between."""
    steps = way.split("/")
    try:
        for tag, number in zip(steps[:-1:2], steps[1::2], strict=True):
            dataset = dataset[int(tag, 16)].value[int(number) - 1]
        value = dataset[int(steps[-1], 16)].value
    except (KeyError, ValueError, IndexError, TypeError):
        return None
    return bytes(value) if isinstance(value, bytes | bytearray) else None
