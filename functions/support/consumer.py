"""Turns a function of a task into a queue function."""

import inspect
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import azure.functions as func
from pydantic import ValidationError

from functions.support.application import mediator
from functions.support.lazy import hints_of
from functions.support.watching import NOBODY, message_watched
from shared.core.discretion import Unreadable, wordless
from shared.core.envelope import Opened, opened
from shared.core.telemetry import Span
from shared.domain.access import PLATFORM
from shared.domain.errors import DomainError, Stale

if TYPE_CHECKING:
    from shared.core.mediator import Send, Task

CONNECTION = "IMAGINI_STORAGE"
TRIES = 5  # two answers may reach the same record at once; the loser reads again
LAST_TRY = 5  # the same as host.json's maxDequeueCount
TOLD = ("organization", "analysis", "model")  # of a task, where it has them

type View[T: "Task"] = Callable[[T, "Send"], None]
type QueueFunction = Callable[..., None]  # of a message; the worker adds the context of its host

log = logging.getLogger(__name__)


def consumer[T: "Task"](view: View[T]) -> QueueFunction:
    """After the last try it is kept what failed and why: a message carries ids only."""

    def consume(msg: func.QueueMessage, context: func.Context = NOBODY) -> None:
        message, parent = _opened(msg)
        with message_watched(view.__name__, _type_of(view).queue, msg, parent, context) as told:
            try:
                _handle(view, _read(view, message), told)
            except Exception as error:
                if (msg.dequeue_count or 1) >= LAST_TRY:
                    _note(view, message, error)
                raise wordless(error) from None

    return _named(consume, view)


def given_up[T: "Task"](view: View[T]) -> QueueFunction:
    """A function of what lies in a poison queue: that it failed is kept, then those are told who wait."""

    def consume(msg: func.QueueMessage, context: func.Context = NOBODY) -> None:
        message, parent = _opened(msg)
        with message_watched(view.__name__, f"{_type_of(view).queue}-poison", msg, parent, context) as told:
            _note(view, message, None)
            try:
                _handle(view, _read(view, message), told)
            except Exception as error:
                raise wordless(error) from None

    return _named(consume, view)


def _handle[T: "Task"](view: View[T], task: T, told: Span) -> None:
    from shared.core.mediator import Send

    told.note(**{name: id for name in TOLD if (id := getattr(task, f"{name}_id", None))})
    for attempt in range(1, TRIES + 1):
        try:
            return view(task, Send(mediator(), PLATFORM))
        except Stale:
            if attempt == TRIES:
                raise
    return None


def _read[T: "Task"](view: View[T], message: str) -> T:
    """Raises Unreadable, without a word of what the message says: the host logs it."""
    kind = _type_of(view)
    try:
        return kind.model_validate_json(message)
    except ValidationError as error:
        count = error.error_count()
        raise Unreadable(f"validation errors: {count}; this message is no {kind.__name__}.") from None


def _note(view: View[Any], message: str, error: Exception | None) -> None:
    """Whether or not that succeeds, the message goes its way."""
    from shared.application.commands.note_failure import NoteFailure

    noted = NoteFailure(queue=_type_of(view).queue, message=message, reason=_reason(error))
    try:
        mediator().send(noted, PLATFORM)
    except DomainError as trouble:
        log.warning("That a message of %s failed could not be kept: %s", noted.queue, trouble)


def _reason(error: Exception | None) -> str | None:
    """Of what we did not foresee only the kind is told: its words may hold somebody's data."""
    if error is None or isinstance(error, DomainError):
        return str(error) if error else None
    return f"It failed unexpectedly ({type(error).__name__})."


def _opened(msg: func.QueueMessage) -> Opened:
    return opened(msg.get_body().decode(errors="replace"))


def _type_of[T: "Task"](view: View[T]) -> "type[T]":
    return hints_of(view)[next(iter(inspect.signature(view).parameters))]


def _named(consume: QueueFunction, view: View[Any]) -> QueueFunction:
    consume.__name__, consume.__doc__ = view.__name__, view.__doc__
    return consume
