"""Reports that our viewer writes of measurements (TID 1500): recognized, and given their author."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from shared.application.dicom.measurements import Draft
from shared.application.dicom.source import Stored
from shared.domain.values import PersonName
from shared.infrastructure.part10.file_meta import Refused, read_file_meta
from shared.infrastructure.part10.instance import inspect, text

if TYPE_CHECKING:
    from pydicom import Dataset

REPORTS = frozenset(f"1.2.840.10008.5.1.4.1.1.88.{number}" for number in (11, 22, 33, 34))  # PS3.4 B.5: SR
VIEWER = "imagini viewer"  # the model name that static-web/viewer/src/saving.js writes; other OHIFs do not
NOBODY = "Unspecified"  # the manufacturer that dcmjs writes; ours once the server has put a name on it
MANUFACTURER = "imagini"
PERSON_OBSERVER = ("121008", "DCM")
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
        return Draft(*uids, found.text("PatientID"))

    def signed(self, file: bytes, author: PersonName) -> bytes:
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
        for reference in _predecessors(report):
            reference.setdefault("ReferencedSOPClassUID", report.SOPClassUID)  # which OHIF forgets
        for item in _content(report):
            if _concept(item) == PERSON_OBSERVER:
                item.PersonName = name
        out = BytesIO()
        report.save_as(out, enforce_file_format=True)
        return out.getvalue()


def _author(name: str) -> "Dataset":
    """PS3.3 table C.17-3b; what must be there though it is empty is there."""
    from pydicom import Dataset

    author = Dataset()
    author.ObserverType, author.PersonName, author.InstitutionName = "PSN", name, ""
    author.PersonIdentificationCodeSequence = author.InstitutionCodeSequence = []
    return author


def _predecessors(report: "Dataset") -> "Iterator[Dataset]":
    for study in report.get("PredecessorDocumentsSequence") or ():
        for series in study.get("ReferencedSeriesSequence") or ():
            yield from series.get("ReferencedSOPSequence") or ()


def _content(item: "Dataset") -> "Iterator[Dataset]":
    for child in item.get("ContentSequence") or ():
        yield child
        yield from _content(child)


def _concept(item: "Dataset") -> tuple[str, str]:
    name = next(iter(item.get("ConceptNameCodeSequence") or ()), None)
    return text(name, "CodeValue"), text(name, "CodingSchemeDesignator")
