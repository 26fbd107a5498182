"""Studies that have changed, on their way into the lists of their organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer, given_up

if TYPE_CHECKING:
    from shared.application.commands.index_study import IndexStudy
    from shared.core.mediator import Send

worklist = func.Blueprint()


@worklist.queue_trigger(arg_name="msg", queue_name="worklist", connection=CONNECTION)
@consumer
def index_study(task: IndexStudy, send: Send) -> None:
    """Bring the worklist up to date with a study."""
    from shared.application.commands.list_measured import ListMeasured
    from shared.application.commands.mark_reported import MarkReported

    send(task)
    send(ListMeasured(organization_id=task.organization_id, study_uid=task.study_uid))
    send(MarkReported(organization_id=task.organization_id, study_uid=task.study_uid))


@worklist.queue_trigger(arg_name="msg", queue_name="worklist-poison", connection=CONNECTION)
@given_up
def give_up_indexing(task: IndexStudy, send: Send) -> None:
    """Nobody waits for it; that it failed is kept for whoever runs the platform."""
