"""Radiology reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.reply import Reply
from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.save_report import SaveReport
    from shared.application.commands.sign_report import SignReport
    from shared.application.models.report_view import ReportView, VersionedReport
    from shared.application.queries.get_report import GetReport
    from shared.application.queries.print_report import PrintReport
    from shared.core.mediator import Send

reports = Resource("reports")


@reports.get("studies/{study_uid}/report")
def get_report(message: GetReport, send: Send) -> Reply[ReportView]:
    """The report of a study; a draft from the template where nobody has written yet."""
    return versioned(send(message))


@reports.put("studies/{study_uid}/report", if_match="version")
def save_report(message: SaveReport, send: Send) -> Reply[ReportView]:
    """Keep what was written, unless somebody else wrote meanwhile."""
    return versioned(send(message))


@reports.post("studies/{study_uid}/report/signature")
def sign_report(message: SignReport, send: Send) -> Reply[ReportView]:
    """Sign a report: from then on it cannot change."""
    return versioned(send(message))


@reports.get("studies/{study_uid}/report.pdf", media="application/pdf")
def print_report(message: PrintReport, send: Send) -> Reply[bytes]:
    """The report as a PDF."""
    return Reply(send(message), {"Content-Disposition": 'inline; filename="report.pdf"'})


def versioned(report: VersionedReport) -> Reply[ReportView]:
    return Reply(report.report, {"ETag": f'"{report.etag}"'})
