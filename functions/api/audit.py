"""Who did what to whose data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource
from functions.support.spreadsheet import spreadsheet
from functions.support.streaming_http import Response

if TYPE_CHECKING:
    from shared.application.models.audit import AuditPage
    from shared.application.queries.export_audit import ExportAudit
    from shared.application.queries.list_audit import ListAudit
    from shared.core.mediator import Send

audit = Resource("audit")


@audit.get("audit")
def list_audit(message: ListAudit, send: Send) -> AuditPage:
    """Who did what, newest first, page by page: in one's organization, or on the platform."""
    return send(message)


@audit.get("audit.csv", media="text/csv")
def export_audit(message: ExportAudit, send: Send) -> Response:
    """The same as a spreadsheet, whole."""
    from shared.application.models.audit import AuditRow

    return spreadsheet(send(message), AuditRow, "audit.csv")
