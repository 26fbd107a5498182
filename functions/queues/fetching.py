"""Studies on their way from a source into Blob."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer, given_up

if TYPE_CHECKING:
    from shared.application.commands.fetch_study import FetchStudy
    from shared.core.mediator import Send

fetching = func.Blueprint()


@fetching.queue_trigger(arg_name="msg", queue_name="fetch-study", connection=CONNECTION)
@consumer
def fetch_study(task: FetchStudy, send: Send) -> None:
    """Bring the series that models can read into Blob, and hand them to the models."""
    send(task)


@fetching.queue_trigger(arg_name="msg", queue_name="fetch-study-poison", connection=CONNECTION)
@given_up
def give_up_fetching(task: FetchStudy, send: Send) -> None:
    """Tell those who wait that a study could not be fetched, however often it was tried."""
    from shared.application.commands.fail_analysis import FailAnalysis

    send(FailAnalysis(**task.model_dump(include={"organization_id", "study_uid", "analysis_id"})))
