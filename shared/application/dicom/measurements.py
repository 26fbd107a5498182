"""Measurements that our viewer saves as DICOM structured reports. Who made them, no browser may say."""

from typing import NamedTuple, Protocol

from shared.application.dicom.source import Stored
from shared.application.dicom.store_answer import Failure
from shared.domain.values import PersonName


class Draft(NamedTuple):
    """A report as the viewer sends it, with nobody's name on it."""

    sop_class_uid: str
    sop_uid: str
    study_uid: str
    series_uid: str
    mrn: str

    def refused(self, sentence: str) -> Stored:
        return Stored(
            self.sop_class_uid, self.sop_uid, self.study_uid, self.series_uid, Failure.MISMATCH, sentence
        )


class MeasurementReports(Protocol):
    def draft(self, file: bytes) -> Draft | None:
        """None for every file that is not a report which our viewer has just written."""
        ...

    def signed(self, file: bytes, author: PersonName) -> bytes:
        """The draft as its author's report. The same draft by the same author gives the same bytes."""
        ...
