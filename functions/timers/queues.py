"""What waits, measured, so that somebody hears of it when it waits too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

queues = func.Blueprint()


@queues.timer_trigger(arg_name="timer", schedule="30 * * * * *")
@timed
def measure_queues(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Measure how much waits in each queue, and for how long."""
    from shared.application.commands.measure_queues import MeasureQueues

    mediator().send(MeasureQueues(), PLATFORM)
