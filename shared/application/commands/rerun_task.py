"""Have work tried once more that the background gave up."""

from shared.application.ports import Clock
from shared.application.services.background import ONCE, once_more, read_task
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import RuleBroken
from shared.domain.failed_task import FailedTask
from shared.domain.partitions import FAILURES


class RerunTask(Command[None]):
    access = Permission.MANAGE_PLATFORM

    failure_id: str


@handles(RerunTask)
def rerun_task(command: RerunTask, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    """The failure goes in the same commit: pressed twice, by whomever, it is sent once."""
    failures = uow.of(FailedTask, FAILURES)
    failure = failures.get(command.failure_id)
    task = read_task(failure.queue, failure.message) if failure.message else None
    if task is None or failure.queue in ONCE:
        raise RuleBroken("This work cannot be tried again. Discard it.", "task-not-repeatable")
    failures.remove(failure)
    line = AuditLine.of(actor, "system.rerun", failure.id, clock.now(), f"{failure.queue}: {failure.reason}")
    uow.of(AuditLine, FAILURES).add(line)
    uow.then(once_more(task))
    uow.commit()
