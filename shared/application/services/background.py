"""The tasks of the background, by the queues that they travel through."""

from pydantic import ValidationError

from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.locate_sign_in import LocateSignIn
from shared.application.commands.send_email import SendEmail
from shared.application.models.audit import LogAudit
from shared.application.models.inference import InferSeries, ResultReady
from shared.core.mediator import Task

TASKS: dict[str, type[Task]] = {
    task.queue: task
    for task in (FetchStudy, InferSeries, ResultReady, IndexStudy, LogAudit, LocateSignIn, SendEmail)
}
ONCE = frozenset({SendEmail.queue})
"""What is never repeated: a mail that was given up has forgotten the links that opened doors."""


def read_task(queue: str, message: str) -> Task | None:
    """None for a message that is none of ours."""
    try:
        return TASKS[queue].model_validate_json(message)
    except ValidationError:
        return None


def once_more(task: Task) -> Task:
    """The task as somebody asks for it anew: what was given up may go on."""
    return task.model_copy(update={"again": True}) if "again" in type(task).model_fields else task


def first_time(task: Task) -> Task:
    """The task as it was first asked for, so that a repeated one that fails again is the same failure."""
    return task.model_copy(update={"again": False}) if "again" in type(task).model_fields else task
