"""Tells of each request, message and timer: what it was, how long it took and how it ended.

A viewer asks for hundreds of frames at once: those are measured, and no trace is kept of each.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from time import perf_counter
from typing import TYPE_CHECKING, cast

import azure.functions as func

from functions.support.application import observed
from functions.support.endpoint import IMAGES, serve
from shared.core.measures import HTTP
from shared.core.receiving import received
from shared.core.telemetry import SILENCE, Span, listening, measured, trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from functions.support.operation import Operation
    from functions.support.streaming_http import Request, Response

NOBODY = cast("func.Context", None)  # where no host calls: in a test
ONE_IMAGE = "{sop_uid}"  # in the routes of what is asked for image by image
BROKEN = 500


async def watched(operation: Operation, request: Request, context: func.Context) -> Response:
    observed()
    if not listening():
        return await serve(operation, request)
    began, status = perf_counter(), BROKEN
    with _trace(operation, request, context) as span:
        try:
            response = await serve(operation, request)
            status = response.status_code
            return response
        finally:
            span.note(status=status)
            if status >= BROKEN:
                span.failed()
            facts = {"operation": operation.name, "method": operation.method}
            measured(HTTP, perf_counter() - began, **facts, status_class=f"{status // 100}xx")


def message_watched(
    name: str, queue: str, msg: func.QueueMessage, parent: str, context: func.Context
) -> AbstractContextManager[Span]:
    """What the message says comes before what the host began when it took it."""
    observed()
    told = parent or host_trace(context)
    return received(name, queue, told, msg.dequeue_count or 1, msg.insertion_time, "inside")


def timed(view: Callable[[func.TimerRequest], None]) -> Callable[[func.TimerRequest], None]:
    """A function of a timer: each time it fires is a trace of its own."""

    def run(timer: func.TimerRequest, context: func.Context = NOBODY) -> None:
        observed()
        with trace(view.__name__, "inside", host_trace(context)):
            view(timer)

    run.__name__, run.__doc__ = view.__name__, view.__doc__
    return run


def host_trace(context: func.Context | None) -> str:
    return (context and context.trace_context.trace_parent) or ""


def _trace(operation: Operation, request: Request, context: func.Context) -> AbstractContextManager[Span]:
    """The host's own trace, which goes on with the caller's; the caller's where there is no host."""
    if operation.tag == IMAGES and ONE_IMAGE in operation.route:
        return SILENCE
    parent = host_trace(context) or request.headers.get("traceparent", "")
    return trace(operation.name, "inside", parent, route=operation.route, method=operation.method)
