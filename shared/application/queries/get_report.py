"""The report of a study; a draft from the template where nobody has written yet."""

from shared.application.models.report_view import VersionedReport
from shared.application.services.report_desk import ReportDesk
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.values import DicomUid


class GetReport(Query[VersionedReport]):
    access = Permission.READ_PATIENTS
    discloses = "report.view"

    organization_id: str
    study_uid: DicomUid


@handles(GetReport)
def get_report(query: GetReport, *, desk: ReportDesk) -> VersionedReport:
    return desk.show(query.organization_id, desk.open(query.organization_id, query.study_uid))
