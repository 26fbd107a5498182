"""Who did what, page by page."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.audit import AuditFilter, AuditPage, AuditRow
from shared.application.ports import Clock
from shared.application.services.audit_log import AuditLog, log_for
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import Disclosure


class ListAudit(Query[AuditPage], AuditFilter):
    access = Permission.READ_AUDIT
    discloses = "audit.read"

    sort: Literal["at"] = "at"
    descending: bool = True
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 25

    def disclosure(self) -> Disclosure:
        return Disclosure(self.discloses, mrn=self.patient)


@handles(ListAudit)
def list_audit(query: ListAudit, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> AuditPage:
    days = query.since, query.until
    log = AuditLog(uow, log_for(actor, query.organization), days, query.conditions(), clock.now())
    found = log.page(query.offset, query.limit, newest_first=query.descending)
    rows = [AuditRow.of(entry) for entry in found]
    return AuditPage(items=rows, total=log.total())
