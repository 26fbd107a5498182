"""The radiology report of a study."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from shared.domain.entity import Entity, Value
from shared.domain.errors import RuleBroken


class ReportStatus(StrEnum):
    DRAFT = "draft"
    SIGNED = "signed"


class Sections(Value):
    clinical_information: str = ""
    indication: str = ""
    technique: str = ""
    comparison: str = ""
    findings: str = ""
    impression: str = ""
    recommendations: str = ""


class Report(Entity):
    """One live report a study; the record's id is the study's UID."""

    kind: ClassVar[str] = "report"

    sections: Sections
    status: ReportStatus = ReportStatus.DRAFT
    author: str | None = None
    updated_by: str | None = None
    updated_at: datetime | None = None
    signed_at: datetime | None = None
    override_reason: str | None = None

    @property
    def is_signed(self) -> bool:
        return self.status is ReportStatus.SIGNED

    def write(self, sections: Sections, by: str, at: datetime) -> None:
        self.must_be_open()
        self.sections, self.updated_by, self.updated_at = sections, by, at

    def sign(self, by: str, at: datetime, undecided: int, override_reason: str | None) -> None:
        """Raises RuleBroken where findings await a decision and no reason says why that is all right."""
        self.must_be_open()
        override_reason = (override_reason or "").strip() or None
        if undecided and not override_reason:
            raise RuleBroken(
                f"AI findings that still need a decision: {undecided}. Decide them, or say why you sign."
            )
        self.status, self.author, self.signed_at = ReportStatus.SIGNED, by, at
        self.override_reason = override_reason if undecided else None

    def must_be_open(self) -> None:
        if self.is_signed:
            raise RuleBroken("This report is signed and can no longer change.")
