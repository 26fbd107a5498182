"""List an audit line where its readers look for it. Delivered twice, it is listed once."""

from contextlib import suppress

from shared.application.models.audit import LogAudit
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import handles
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.errors import Conflict


@handles(LogAudit)
def log_audit(task: LogAudit, *, uow: UnitOfWork) -> None:
    line = uow.of(AuditLine, task.chain).get(task.line_id)
    entry = AuditEntry.model_validate(line.model_dump() | {"chain": task.chain})
    uow.of(AuditEntry, task.log).add(entry)
    with suppress(Conflict):
        uow.commit()
