"""The report of a study as a PDF."""

from typing import Literal

from shared.application.ports import ReportPrinter
from shared.application.services.report_desk import ReportDesk
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.values import DicomUid


class PrintReport(Query[bytes]):
    access = Permission.READ_PATIENTS
    discloses = "report.print"

    organization_id: str
    study_uid: DicomUid
    language: Literal["en", "es"] = "en"


@handles(PrintReport)
def print_report(query: PrintReport, *, desk: ReportDesk, uow: UnitOfWork, printer: ReportPrinter) -> bytes:
    shown = desk.show(query.organization_id, desk.open(query.organization_id, query.study_uid))
    organization = uow.of(Organization, ORGANIZATIONS).find(query.organization_id)
    letterhead = organization.display_name if organization else query.organization_id
    return printer.pdf(shown.report, letterhead, query.language)
