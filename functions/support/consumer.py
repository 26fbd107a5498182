"""Turns a function of a task into a queue function."""

import inspect
from collections.abc import Callable
from typing import get_type_hints

import azure.functions as func

from shared.composition import mediator
from shared.core.mediator import Send, Task
from shared.domain.access import PLATFORM
from shared.domain.errors import Stale

CONNECTION = "IMAGINI_STORAGE"
TRIES = 5  # two answers may reach the same record at once; the loser reads again

type View[T: Task] = Callable[[T, Send], None]


def consumer[T: Task](view: View[T]) -> Callable[[func.QueueMessage], None]:
    task_type: type[T] = get_type_hints(view)[next(iter(inspect.signature(view).parameters))]

    def consume(msg: func.QueueMessage) -> None:
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
