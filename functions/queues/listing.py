"""Audit lines on their way to where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer, given_up

if TYPE_CHECKING:
    from shared.application.commands.log_audit import LogAudit
    from shared.core.mediator import Send

listing = func.Blueprint()


@listing.queue_trigger(arg_name="msg", queue_name="audit", connection=CONNECTION)
@consumer
def log_audit(task: LogAudit, send: Send) -> None:
    """List an audit line where its readers look for it."""
    send(task)


@listing.queue_trigger(arg_name="msg", queue_name="audit-poison", connection=CONNECTION)
@given_up
def give_up_listing(task: LogAudit, send: Send) -> None:
    """The line itself is on record; that it is not listed is kept for whoever runs the platform."""
