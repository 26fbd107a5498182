"""Keep what failed in the background and why, for whoever runs the platform."""

from shared.application.models.inference import InferSeries, SeriesResult
from shared.application.ports import Blobs, Clock
from shared.application.services.background import first_time, read_task
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, Task, handles
from shared.domain.access import Permission
from shared.domain.errors import NotFound
from shared.domain.failed_task import FailedTask
from shared.domain.partitions import FAILURES

SILENT = "It ended without a word each time it was tried."
NOT_OURS = "This message is none of imagini's; what it holds is not shown."


class NoteFailure(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    queue: str
    message: str
    reason: str | None  # None: it is buried; whoever tried has said why, or could not


@handles(NoteFailure)
def note_failure(command: NoteFailure, *, uow: UnitOfWork, blobs: Blobs, clock: Clock) -> None:
    task = read_task(command.queue, command.message)
    message = first_time(task).model_dump_json() if task else command.message
    failures = uow.of(FailedTask, FAILURES)
    failure = failures.find(FailedTask.id_of(command.queue, message))
    if failure and command.reason:
        failure.fail_again(command.reason, clock.now())
    elif task and not failure:
        failure = _failure(command.queue, task, message, command.reason or _answered(task, blobs), clock)
    failure = failure or _strange(command.queue, message, clock)
    failure.buried = command.reason is None
    failures.save(failure)
    uow.commit()


def _failure(queue: str, task: Task, message: str, reason: str | None, clock: Clock) -> FailedTask:
    told = task.model_dump(include={"organization_id", "study_uid"})
    return FailedTask(
        id=FailedTask.id_of(queue, message),
        queue=queue,
        message=message,
        reason=reason or SILENT,
        failed_at=clock.now(),
        **told,
    )


def _strange(queue: str, message: str, clock: Clock) -> FailedTask:
    """What it says may be anybody's data: only that it came is kept."""
    strange = FailedTask.id_of(queue, message)
    return FailedTask(id=strange, queue=queue, message=None, reason=NOT_OURS, failed_at=clock.now())


def _answered(task: Task, blobs: Blobs) -> str | None:
    """The inference job keeps no records; why it gave up stands in its answer."""
    if not isinstance(task, InferSeries):
        return None
    try:
        return SeriesResult.model_validate_json(blobs.get(task.answer_name)).reason
    except NotFound:
        return None
