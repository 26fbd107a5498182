"""Turns a function of a task into a queue function."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.lazy import hints_of
from shared.domain.access import PLATFORM
from shared.domain.errors import Stale

if TYPE_CHECKING:
    from shared.core.mediator import Send, Task

CONNECTION = "IMAGINI_STORAGE"
TRIES = 5  # two answers may reach the same record at once; the loser reads again

type View[T: "Task"] = Callable[[T, "Send"], None]


def consumer[T: "Task"](view: View[T]) -> Callable[[func.QueueMessage], None]:
    first = next(iter(inspect.signature(view).parameters))

    def consume(msg: func.QueueMessage) -> None:
        from shared.core.mediator import Send

        task_type: type[T] = hints_of(view)[first]
        task = task_type.model_validate_json(msg.get_body())
        for attempt in range(1, TRIES + 1):
            try:
                return view(task, Send(mediator(), PLATFORM))
            except Stale:
                if attempt == TRIES:
                    raise
        return None

    consume.__name__, consume.__doc__ = view.__name__, view.__doc__
    return consume
