"""Give up for good what the background could not do."""

from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.failed_task import FailedTask
from shared.domain.partitions import FAILURES


class DiscardTask(Command[None]):
    access = Permission.MANAGE_PLATFORM

    failure_id: str


@handles(DiscardTask)
def discard_task(command: DiscardTask, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    failures = uow.of(FailedTask, FAILURES)
    failure = failures.get(command.failure_id)
    failures.remove(failure)
    line = AuditLine.of(
        actor, "system.discard", failure.id, clock.now(), f"{failure.queue}: {failure.reason}"
    )
    uow.of(AuditLine, FAILURES).add(line)
    uow.commit()
