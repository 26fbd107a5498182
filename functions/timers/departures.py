"""Journeys to Microsoft's sign-in page that nobody has come back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

departures = func.Blueprint()


@departures.timer_trigger(arg_name="timer", schedule="0 47 * * * *")
@timed
def forget_departures(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Forget who has not come back from Microsoft's sign-in page."""
    from shared.application.commands.forget_departures import ForgetDepartures

    mediator().send(ForgetDepartures(), PLATFORM)
