"""Binary values that a server leaves out of its metadata: named where what describes them is there."""

import re
from collections.abc import Iterator
from typing import Any

from shared.application.dicom.paths import url_of
from shared.application.dicom.source import DicomJson, Resource
from shared.application.models.dicom_rows import number, text

OVERLAY_ROWS = re.compile(r"60[0-9A-F]{2}0010")
DESCRIBED = {  # what stands beside a value, and where that lies
    "00281101": ("00281201", "OW"),  # palettes: red
    "00281102": ("00281202", "OW"),  # green
    "00281103": ("00281203", "OW"),  # blue
    "00283002": ("00283006", "OW"),  # a lookup table
    "00420012": ("00420011", "OB"),  # an encapsulated document
    "54001006": ("54001010", "OW"),  # a waveform
}
type Way = tuple[DicomJson, str]  # a data set, and the path to it below /bulkdata/


def with_omitted(dataset: DicomJson) -> DicomJson:
    """The metadata of an image, with the addresses of those values."""
    study, series, sop = (text(dataset, tag) for tag in ("0020000D", "0020000E", "00080018"))
    if not (study and series and sop):
        return dataset
    for item, way in _items(dataset, f"{url_of(Resource(study, series, sop))}/bulkdata"):
        for tag, vr in list(_implied(item)):
            item.setdefault(tag, {"vr": vr, "BulkDataURI": f"{way}/{tag}"})
    return dataset


def _items(dataset: DicomJson, root: str) -> Iterator[Way]:
    waiting: list[Way] = [(dataset, root)]
    while waiting:
        item, way = waiting.pop()
        yield item, way
        for tag, element in item.items():
            if element.get("vr") == "SQ":
                nested: list[Any] = element.get("Value") or []
                waiting += [
                    (one, f"{way}/{tag}/{n}") for n, one in enumerate(nested, 1) if isinstance(one, dict)
                ]


def _implied(item: DicomJson) -> Iterator[tuple[str, str]]:
    for tag in item:
        if tag in DESCRIBED:
            yield DESCRIBED[tag]
        elif OVERLAY_ROWS.fullmatch(tag) and number(item, f"{tag[:4]}0100") in (None, 1):  # else among pixels
            yield f"{tag[:4]}3000", "OW"
