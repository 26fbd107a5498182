"""Reports that our viewer writes of measurements (TID 1500): recognized, and given their author."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from shared.application.dicom.measurements import Described, Draft, Place
from shared.application.dicom.source import Stored
from shared.domain.errors import RuleBroken
from shared.domain.values import PersonName
from shared.infrastructure.part10.dicom_json import metadata_of
from shared.infrastructure.part10.file_meta import Refused, read_file_meta
from shared.infrastructure.part10.instance import inspect, text

if TYPE_CHECKING:
    from pydicom import Dataset

REPORTS = frozenset(f"1.2.840.10008.5.1.4.1.1.88.{number}" for number in (11, 22, 33, 34))  # PS3.4 B.5: SR
VIEWER = "imagini viewer"  # the model name that static-web/viewer/src/saving.js writes; other OHIFs do not
NOBODY = "Unspecified"  # the manufacturer that dcmjs writes; ours once the server has put a name on it
MANUFACTURER = "imagini"
PERSON_OBSERVER = ("121008", "DCM")
MEASUREMENT_GROUP = ("125007", "DCM")
UNREADABLE = "The file cannot be read: its contents are damaged, or nested too deeply."
CLAIMS = (  # about people, or not of a report at all; a browser has no say in the first
    "VerifyingObserverSequence",
    "ParticipantSequence",
    "OperatorsName",
    "ImageComments",
)
SEPARATORS = re.compile(r"[\\^=\x00-\x1f]")  # within a person's name (PS3.5 6.2.1)
LONGEST = 31  # characters of a family or given name: both and their separator are 64 at most


class ViewerReports:
    def draft(self, file: bytes) -> Draft | None:
        try:
            if read_file_meta(file).sop_class_uid not in REPORTS:
                return None
        except Refused:
            return None
        found = inspect(file)
        if isinstance(found, Stored):
            return None
        if (found.text("Manufacturer"), found.text("ManufacturerModelName")) != (NOBODY, VIEWER):
            return None
        uids = found.text("SOPClassUID"), found.sop_uid, found.study_uid, found.series_uid
        before = tuple(text(one, "ReferencedSOPInstanceUID") for one in _predecessors(found.dataset))
        return Draft(*uids, found.text("PatientID"), before)

    def signed(self, file: bytes, author: PersonName, place: Place) -> bytes:
        try:
            return self._signed(file, author, place)
        except Exception as error:  # a value that the parser refuses only when it is written again
            raise RuleBroken(UNREADABLE) from error

    def _signed(self, file: bytes, author: PersonName, place: Place) -> bytes:
        from pydicom import dcmread

        report = dcmread(BytesIO(file))
        if text(report, "SpecificCharacterSet") != "ISO_IR 192":  # names of people are of any script
            report.decode()
            report.SpecificCharacterSet = "ISO_IR 192"
        report.file_meta.FileMetaInformationVersion = b"\0\1"  # dcmjs writes 2, which PS3.10 7.1 has not
        report.Manufacturer = MANUFACTURER
        report.VerificationFlag = "UNVERIFIED"
        for claim in CLAIMS:
            if claim in report:
                delattr(report, claim)
        name = "^".join(SEPARATORS.sub(" ", part).strip()[:LONGEST] for part in (author.family, author.given))
        report.AuthorObserverSequence = [_author(name)]
        _put(report, place)
        for reference in _predecessors(report):
            reference.setdefault("ReferencedSOPClassUID", report.SOPClassUID)  # which OHIF forgets
        for item in _content(report):
            if _concept(item) == PERSON_OBSERVER:
                item.PersonName = name
        out = BytesIO()
        report.save_as(out, enforce_file_format=True)
        return out.getvalue()

    def described(self, file: bytes) -> Described:
        found = inspect(file)
        if isinstance(found, Stored):
            raise RuleBroken(found.comment or UNREADABLE)
        try:
            metadata = metadata_of(found)
        except Exception as error:  # a value that the parser refuses only when it is looked at
            raise RuleBroken(UNREADABLE) from error
        count = sum(_concept(item) == MEASUREMENT_GROUP for item in _content(found.dataset))
        return Described(found.meta.transfer_syntax_uid, found.number("SeriesNumber"), count, metadata)


def _put(report: "Dataset", place: Place) -> None:
    report.SeriesInstanceUID, report.InstanceNumber = place.series_uid, place.number
    if place.series_number is not None:
        report.SeriesNumber = place.series_number
    if place.predecessors is not None:
        report.pop("PredecessorDocumentsSequence", None)
    if place.predecessors:
        before = [_of(ReferencedSOPInstanceUID=uid) for uid in place.predecessors]
        series = _of(SeriesInstanceUID=place.series_uid, ReferencedSOPSequence=before)
        study = _of(StudyInstanceUID=report.StudyInstanceUID, ReferencedSeriesSequence=[series])
        report.PredecessorDocumentsSequence = [study]


def _of(**values: Any) -> "Dataset":
    from pydicom import Dataset

    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset


def _author(name: str) -> "Dataset":
    """PS3.3 table C.17-3b; what must be there though it is empty is there."""
    nobody: list[Dataset] = []
    return _of(
        ObserverType="PSN",
        PersonName=name,
        InstitutionName="",
        PersonIdentificationCodeSequence=nobody,
        InstitutionCodeSequence=nobody,
    )


def _items(dataset: "Dataset", keyword: str) -> "Iterable[Dataset]":
    """Of a sequence; none of what is something else, or cannot be read."""
    from pydicom.sequence import Sequence

    try:
        found = dataset.get(keyword)
    except Exception:  # whatever a broken file provokes
        return ()
    return found if isinstance(found, Sequence) else ()


def _predecessors(report: "Dataset") -> "Iterator[Dataset]":
    for study in _items(report, "PredecessorDocumentsSequence"):
        for series in _items(study, "ReferencedSeriesSequence"):
            yield from _items(series, "ReferencedSOPSequence")


def _content(item: "Dataset") -> "Iterator[Dataset]":
    for child in _items(item, "ContentSequence"):
        yield child
        yield from _content(child)


def _concept(item: "Dataset") -> tuple[str, str]:
    name = next(iter(_items(item, "ConceptNameCodeSequence")), None)
    return text(name, "CodeValue"), text(name, "CodingSchemeDesignator")
