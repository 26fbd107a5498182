"""Answers of the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer, given_up

if TYPE_CHECKING:
    from shared.application.commands.record_result import ResultReady  # and with it, who handles it
    from shared.application.models.inference import InferSeries
    from shared.core.mediator import Send

results = func.Blueprint()


@results.queue_trigger(arg_name="msg", queue_name="infer-result", connection=CONNECTION)
@consumer
def record_result(task: ResultReady, send: Send) -> None:
    """Turn a model's answer into findings."""
    send(task)


@results.queue_trigger(arg_name="msg", queue_name="infer-result-poison", connection=CONNECTION)
@given_up
def give_up_recording(task: ResultReady, send: Send) -> None:
    """Tell those who wait that a model's answer could not be recorded, however often it was tried."""
    from shared.application.commands.fail_run import FailRun

    send(FailRun(**task.model_dump(exclude={"version", "result", "again"})))


@results.queue_trigger(arg_name="msg", queue_name="infer-poison", connection=CONNECTION)
@given_up
def give_up_inferring(task: InferSeries, send: Send) -> None:
    """The inference job has told those who wait; that it failed is kept for whoever runs the platform."""
