"""The report of a study with everything it stands on: the study itself and the findings."""

from typing import Literal

from shared.application.models.report_view import NEW, ReportView, VersionedReport
from shared.application.ports import Condition
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.finding import Finding, FindingStatus
from shared.domain.organization import Organization
from shared.domain.report import Report
from shared.domain.report_template import first_sections
from shared.domain.study import Study


class ReportDesk:
    def __init__(self, uow: UnitOfWork, studies: StudyDirectory) -> None:
        self._uow, self._studies = uow, studies

    def open(self, organization_id: str, study_uid: str) -> Report:
        """The stored report, or a draft from the template that nobody has stored yet. Raises NotFound."""
        study = self._studies.get(organization_id, study_uid)
        stored = self._uow.of(Report, partitions.study(organization_id, study_uid)).find(study_uid)
        return stored or Report(id=study_uid, sections=first_sections(study, self._language(organization_id)))

    def show(self, organization_id: str, report: Report) -> VersionedReport:
        study: Study = self._studies.get(organization_id, report.id)
        approved = self.findings(organization_id, report.id, FindingStatus.APPROVED)
        return VersionedReport(report=ReportView.of(report, study, approved), etag=report.etag or NEW)

    def findings(self, organization_id: str, study_uid: str, status: FindingStatus) -> list[Finding]:
        findings = self._uow.of(Finding, partitions.study(organization_id, study_uid))
        return list(findings.all(Condition("status", "is", status), order="probability", descending=True))

    def _language(self, organization_id: str) -> Literal["en", "es"]:
        organization = self._uow.of(Organization, partitions.ORGANIZATIONS).find(organization_id)
        return organization.language if organization else "en"
