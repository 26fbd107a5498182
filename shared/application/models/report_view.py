"""A report as callers see it: what was written, with whom and what it is about."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self

from shared.domain.entity import Value
from shared.domain.finding import Finding
from shared.domain.patient import Patient
from shared.domain.report import Report, ReportStatus, Sections
from shared.domain.study import Study

NEW = "new"  # the ETag of a report that nobody has saved yet


class StudyOfReport(Value):
    date: date | None
    description: str
    modalities: tuple[str, ...]
    referring_physician: str
    accession_number: str


class FindingOfReport(Value):
    finding_id: str
    label: str
    probability: float
    description: str


class ReportView(Value):
    study_instance_uid: str
    status: ReportStatus
    patient: Patient  # with the age at the study's date
    study: StudyOfReport
    sections: Sections
    findings: list[FindingOfReport]  # the approved ones
    author: str | None
    report_date: datetime | None
    updated_by: str | None
    updated_at: datetime | None
    notice: str | None  # the models' own, where a finding of theirs is in the report

    @classmethod
    def of(cls, report: Report, study: Study, approved: Sequence[Finding]) -> Self:
        return cls(
            study_instance_uid=report.id,
            status=report.status,
            patient=study.patient.aged_on(study.date),
            study=StudyOfReport.model_validate(study.model_dump(include=set(StudyOfReport.model_fields))),
            sections=report.sections,
            findings=[
                FindingOfReport(
                    finding_id=finding.id,
                    label=finding.label,
                    probability=finding.probability,
                    description=finding.description,
                )
                for finding in approved
            ],
            author=report.author,
            report_date=report.signed_at or report.updated_at,
            updated_by=report.updated_by,
            updated_at=report.updated_at,
            notice="; ".join(dict.fromkeys(f.model.notice for f in approved if f.model.notice)) or None,
        )


class VersionedReport(Value):
    """A report and the version it has: `new`, or the record's etag."""

    report: ReportView
    etag: str
