"""A DICOM Part 10 file that somebody sent us: what it is, and whether it is whole. No pixel is decoded."""

import struct
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from shared.application.dicom.paths import UID
from shared.application.dicom.source import InstanceFile, Resource, Stored
from shared.application.dicom.store_answer import Failure
from shared.domain.errors import Unavailable
from shared.imaging.survey import UNDEFINED, Cut, TooDeep, TooMany, survey
from shared.infrastructure.part10.file_meta import TOO_LARGE, FileMeta, Refused, read_file_meta
from shared.infrastructure.part10.header import BIG_ENDIAN, DEFLATED, IMPLICIT, values
from shared.infrastructure.part10.pixel_data import Ranges, Shape, frames_of

if TYPE_CHECKING:
    from pydicom import Dataset

SHORTEST_ELEMENT = 8  # bytes
TOO_DEEP = "The file nests its contents too deeply."
TOLD = {
    0x0020000D: "StudyInstanceUID",
    0x0020000E: "SeriesInstanceUID",
    0x00080018: "SOPInstanceUID",
    0x00200013: "InstanceNumber",
}
PIXEL_TAGS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
NAMES = {
    "StudyInstanceUID": "Study Instance UID",
    "SeriesInstanceUID": "Series Instance UID",
    "SOPInstanceUID": "SOP Instance UID",
    "SOPClassUID": "SOP Class UID",
}


@dataclass(frozen=True)
class Instance:
    data: bytes
    meta: FileMeta
    dataset: "Dataset"
    frames: Ranges
    text_size: int = 0
    """Bytes of its header that are taken apart where it is read."""

    @cached_property
    def study_uid(self) -> str:
        return self.text("StudyInstanceUID")

    @cached_property
    def series_uid(self) -> str:
        return self.text("SeriesInstanceUID")

    @cached_property
    def sop_uid(self) -> str:
        return self.text("SOPInstanceUID")

    def text(self, keyword: str) -> str:
        return text(self.dataset, keyword)

    def number(self, keyword: str) -> int | None:
        return number(self.dataset, keyword)

    def stored(self, failure: Failure | None = None, comment: str | None = None) -> Stored:
        return Stored(
            self.text("SOPClassUID"), self.sop_uid, self.study_uid, self.series_uid, failure, comment
        )


def inspect(data: bytes) -> Instance | Stored:
    """The instance, or why it is refused."""
    dataset: Dataset | None = None
    try:
        meta = read_file_meta(data)
        text_size = _surveyed(data, meta)
        dataset, at = _read(data)
        _check_identity(dataset)
        return Instance(data, meta, dataset, _frames(data, at, meta, dataset), text_size)
    except Refused as refused:
        uids = [text(dataset, keyword) or None if dataset else None for keyword in NAMES]
        study, series, sop, sop_class = uids
        return Stored(sop_class, sop, study, series, refused.failure, refused.comment)


def _surveyed(data: bytes, meta: FileMeta) -> int:
    """Before the parser sees it: how many bytes of its header it would take apart."""
    if meta.transfer_syntax_uid == DEFLATED:
        raise Refused(Failure.TRANSFER_SYNTAX, "Deflated DICOM files are not accepted.")
    explicit, big = meta.transfer_syntax_uid != IMPLICIT, meta.transfer_syntax_uid == BIG_ENDIAN
    try:
        return survey(data, meta.end, explicit=explicit, big_endian=big)
    except TooDeep as error:
        raise Refused(Failure.NOT_UNDERSTOOD, TOO_DEEP) from error
    except TooMany as error:
        raise Refused(Failure.OUT_OF_RESOURCES, TOO_LARGE) from error
    except Cut as error:
        raise Refused(Failure.NOT_UNDERSTOOD, "The file is cut short.") from error


def _read(data: bytes) -> "tuple[Dataset, int]":
    """The data set up to its pixels, and where they begin."""
    from pydicom import dcmread
    from pydicom.errors import InvalidDicomError

    stream = BytesIO(data)
    try:
        dataset = dcmread(stream, stop_before_pixels=True)
        _check_whole(dataset, len(data))
    except Refused:
        raise
    except RecursionError as error:
        raise Refused(Failure.NOT_UNDERSTOOD, TOO_DEEP) from error
    except (InvalidDicomError, EOFError) as error:
        raise Refused(Failure.NOT_UNDERSTOOD, "The file is cut short, or it is not a DICOM file.") from error
    except Exception as error:  # whatever a broken file provokes in the parser is the file's fault
        raise Refused(Failure.NOT_UNDERSTOOD, "The file cannot be read: its contents are damaged.") from error
    return dataset, stream.tell()


def _check_whole(dataset: "Dataset", size: int) -> None:
    """pydicom reads a value that is cut short, or the beginning of an element, without complaint."""
    from pydicom.dataelem import RawDataElement

    end = 0
    for element in dataset.elements():
        if not isinstance(element, RawDataElement) or element.length == UNDEFINED:
            end = 0
            continue
        end = element.value_tell + element.length
        if len(element.value or b"") < element.length:
            raise Refused(Failure.NOT_UNDERSTOOD, "The file is cut short.")
    if end and 0 < size - end < SHORTEST_ELEMENT:
        raise Refused(Failure.NOT_UNDERSTOOD, "The file is cut short.")


def _check_identity(dataset: "Dataset") -> None:
    from pydicom.uid import UID as Known  # noqa: N811

    for keyword, name in NAMES.items():
        value = text(dataset, keyword)
        if not value:
            raise Refused(Failure.NOT_UNDERSTOOD, f"The file has no {name}.")
        if not UID.fullmatch(value):
            raise Refused(Failure.NOT_UNDERSTOOD, f"The file's {name} is not a valid UID.")
    kind = Known(text(dataset, "SOPClassUID"))
    if kind.type != "SOP Class" or "Storage" not in kind.name or "Directory" in kind.name:
        raise Refused(Failure.SOP_CLASS, "Objects of this kind (SOP class) are not stored.")


def _frames(data: bytes, at: int, meta: FileMeta, dataset: "Dataset") -> Ranges:
    from pydicom.uid import UID as Known  # noqa: N811

    big = meta.transfer_syntax_uid == BIG_ENDIAN
    group, element = struct.unpack_from(">HH" if big else "<HH", data[at : at + 4].ljust(4, b"\0"))
    if group << 16 | element not in PIXEL_TAGS:
        if dataset.get("Rows") or "Image" in Known(text(dataset, "SOPClassUID")).name:
            raise Refused(Failure.NOT_UNDERSTOOD, "The file ends before its pixel data.")
        return []
    if big:
        raise Refused(Failure.TRANSFER_SYNTAX, "Files in Big Endian, retired from DICOM, are not accepted.")
    return frames_of(data, at, meta.transfer_syntax_uid != IMPLICIT, _shape(dataset))


def _shape(dataset: "Dataset") -> Shape:
    rows, columns, samples, bits = (
        number(dataset, keyword) or 0 for keyword in ("Rows", "Columns", "SamplesPerPixel", "BitsAllocated")
    )
    subsampled = text(dataset, "PhotometricInterpretation") == "YBR_FULL_422"
    return Shape(
        rows, columns, samples or 1, bits, max(1, number(dataset, "NumberOfFrames") or 1), subsampled
    )


def text(dataset: Any, keyword: str) -> str:
    """The first value of an element, as text; empty where there is none, or none that can be read."""
    try:
        value = dataset.get(keyword)
        first = value[0] if isinstance(value, list) or type(value).__name__ == "MultiValue" else value
    except Exception:  # a value that its own representation forbids
        return ""
    return "" if first is None else str(first).strip(" \0")


def number(dataset: Any, keyword: str) -> int | None:
    try:
        return int(float(text(dataset, keyword)))
    except (ValueError, OverflowError):
        return None


class Foreign(Unavailable):
    """A PACS gave something else than it was asked for."""


def described(data: bytes, asked: Resource) -> InstanceFile:
    """A file that a PACS gave us, by its header. Raises Unavailable for what is no DICOM file; Foreign."""
    try:
        meta = read_file_meta(data)
    except Refused as refused:
        raise Unavailable("The PACS sent something that is not a DICOM file.") from refused
    study, series, sop, order = _told(data, meta)
    sop = sop or meta.sop_instance_uid
    told = zip(asked[:3], (study, series, sop), strict=True)
    if any(wanted and one and one != wanted for wanted, one in told):
        raise Foreign("The PACS sent an image of another series than it was asked for.")
    number = int(order) if order.removeprefix("-").isdecimal() else None
    return InstanceFile(sop, meta.sop_class_uid, meta.transfer_syntax_uid, number, data)


def _told(data: bytes, meta: FileMeta) -> tuple[str, ...]:
    """What is TOLD of a file; empty where it does not say, or is not opened: a header may be a bomb."""
    if meta.transfer_syntax_uid == DEFLATED:
        return ("",) * len(TOLD)
    found = values(data, meta.end, meta.transfer_syntax_uid, TOLD)
    if found is not None:
        return tuple(found.get(tag, "") for tag in TOLD)
    from pydicom import dcmread

    with suppress(Exception):  # a header that cannot be read, or is a bomb, shows itself when it is decoded
        _surveyed(data, meta)
        dataset = dcmread(BytesIO(data), stop_before_pixels=True, specific_tags=list(TOLD.values()))
        return tuple(text(dataset, keyword) for keyword in TOLD.values())
    return ("",) * len(TOLD)
