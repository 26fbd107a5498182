"""Who did what: everything that was asked for, newest first, to be kept as a file."""

from collections.abc import Iterator

from shared.application.models.audit import AuditFilter, AuditRow
from shared.application.ports import Clock
from shared.application.services.audit_log import AuditLog, log_for
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import Disclosure


class ExportAudit(Query[Iterator[AuditRow]], AuditFilter):
    access = Permission.READ_AUDIT
    discloses = "audit.export"

    def disclosure(self) -> Disclosure:
        return Disclosure(self.discloses, mrn=self.patient)


@handles(ExportAudit)
def export_audit(query: ExportAudit, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> Iterator[AuditRow]:
    days = query.since, query.until
    log = AuditLog(uow, log_for(actor, query.organization), days, query.conditions(), clock.now())
    return map(AuditRow.of, log.all())
