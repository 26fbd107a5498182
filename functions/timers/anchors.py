"""How far the audit is, noted where the database's administrators do not write."""

from __future__ import annotations

import logging

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

anchors = func.Blueprint()


@anchors.timer_trigger(arg_name="timer", schedule="0 52 */6 * * *")
@timed
def anchor_audit(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Keep an anchor of the audit; the log says so too, for whoever finds one missing."""
    from shared.application.commands.anchor_audit import AnchorAudit

    if name := mediator().send(AnchorAudit(), PLATFORM):
        logging.getLogger("imagini.audit").info("The audit is anchored in %s", name)
