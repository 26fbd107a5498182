"""Answers of the models."""

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer
from shared.application.commands.record_result import ResultReady
from shared.core.mediator import Send

results = func.Blueprint()


@results.queue_trigger(arg_name="msg", queue_name="infer-result", connection=CONNECTION)
@consumer
def record_result(task: ResultReady, send: Send) -> None:
    """Turn a model's answer into findings."""
    send(task)
