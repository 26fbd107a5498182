"""What was promised in a commit and not sent yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

outbox = func.Blueprint()


@outbox.timer_trigger(arg_name="timer", schedule="0 * * * * *")
@timed
def sweep_outbox(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Send what a crash or an outage kept from being sent."""
    from shared.application.commands.sweep_outbox import SweepOutbox

    mediator().send(SweepOutbox(), PLATFORM)
