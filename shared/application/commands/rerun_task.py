"""Have work tried once more that the background gave up."""

from shared.application.commands.fetch_study import FetchStudy
from shared.application.models.inference import InferSeries
from shared.application.ports import Blobs, Clock
from shared.application.services.background import ONCE, once_more, read_task
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, Task, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import RuleBroken
from shared.domain.failed_task import FailedTask
from shared.domain.partitions import FAILURES


class RerunTask(Command[None]):
    access = Permission.MANAGE_PLATFORM

    failure_id: str


@handles(RerunTask)
def rerun_task(command: RerunTask, *, uow: UnitOfWork, blobs: Blobs, clock: Clock, actor: Actor) -> None:
    """The failure goes in the same commit: pressed twice, by whomever, it is sent once."""
    failures = uow.of(FailedTask, FAILURES)
    failure = failures.get(command.failure_id)
    task = read_task(failure.queue, failure.message) if failure.message else None
    if task is None or failure.queue in ONCE:
        raise RuleBroken("This work cannot be tried again. Discard it.", "task-not-repeatable")
    failures.remove(failure)
    line = AuditLine.of(actor, "system.rerun", failure.id, clock.now(), f"{failure.queue}: {failure.reason}")
    uow.of(AuditLine, FAILURES).add(line)
    uow.then(once_more(_with_images(task, blobs)))
    uow.commit()


def _with_images(task: Task, blobs: Blobs) -> Task:
    """Copies for models do not stay for long: what they are gone for is fetched anew."""
    if not isinstance(task, InferSeries) or blobs.stat(task.index):
        return task
    return FetchStudy(**task.model_dump(include={"organization_id", "study_uid", "analysis_id"}))
