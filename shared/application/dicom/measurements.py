"""Measurements that our viewer saves as DICOM structured reports. Who made them, no browser may say."""

from typing import NamedTuple, Protocol

from shared.application.dicom.source import DicomJson, Stored
from shared.application.dicom.store_answer import Failure
from shared.domain.values import PersonName


class Draft(NamedTuple):
    """A report as the viewer sends it, with nobody's name on it."""

    sop_class_uid: str
    sop_uid: str
    study_uid: str
    series_uid: str
    mrn: str
    predecessors: tuple[str, ...] = ()  # the reports that were open when it was written

    def stored(self) -> Stored:
        return Stored(self.sop_class_uid, self.sop_uid, self.study_uid, self.series_uid)

    def refused(self, sentence: str, failure: Failure = Failure.MISMATCH) -> Stored:
        return self.stored()._replace(failure=failure, comment=sentence)


class Place(NamedTuple):
    """Of a version in its set, wherever the browser believed it to be."""

    series_uid: str
    number: int
    series_number: int | None = None  # None: as the viewer wrote it
    predecessors: tuple[str, ...] | None = None  # None: as the viewer wrote them


class Described(NamedTuple):
    transfer_syntax_uid: str
    series_number: int | None
    measurements: int
    metadata: DicomJson


class MeasurementReports(Protocol):
    def draft(self, file: bytes) -> Draft | None:
        """None for every file that is not a report which our viewer has just written."""
        ...

    def signed(self, file: bytes, author: PersonName, place: Place) -> bytes:
        """The draft as its author's report. The same draft, author and place give the same bytes."""
        ...

    def described(self, file: bytes) -> Described:
        """Raises RuleBroken for what cannot be read to its end."""
        ...
