"""The report of a study with everything it stands on: the study itself and the findings."""

from shared.application.models.report_view import NEW, ReportView, VersionedReport
from shared.application.ports import Condition
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.finding import Finding, FindingStatus
from shared.domain.organization import Organization
from shared.domain.report import Report, Sections
from shared.domain.report_template import first_sections
from shared.domain.study import Study


class ReportDesk:
    def __init__(self, uow: UnitOfWork, studies: StudyDirectory) -> None:
        self._uow, self._studies = uow, studies

    def open(self, organization_id: str, study_uid: str) -> Report:
        """The stored report, or a draft from the template that nobody has stored yet. Raises NotFound."""
        study = self._studies.get(organization_id, study_uid)
        stored = self._uow.of(Report, partitions.study(organization_id, study_uid)).find(study_uid)
        return stored or Report(id=study_uid, sections=self._first_sections(organization_id, study))

    def show(self, organization_id: str, report: Report) -> VersionedReport:
        study: Study = self._studies.get(organization_id, report.id)
        approved = self.findings(organization_id, report.id, FindingStatus.APPROVED)
        return VersionedReport(report=ReportView.of(report, study, approved), etag=report.etag or NEW)

    def findings(self, organization_id: str, study_uid: str, status: FindingStatus) -> list[Finding]:
        findings = self._uow.of(Finding, partitions.study(organization_id, study_uid))
        return list(findings.all(Condition("status", "is", status), order="probability", descending=True))

    def _first_sections(self, organization_id: str, study: Study) -> Sections:
        organization = self._uow.of(Organization, partitions.ORGANIZATIONS).find(organization_id)
        if organization is None:
            return first_sections(study, "en", Sections())
        language = organization.report_language or organization.language
        return first_sections(study, language, organization.report_template)
