"""What was promised in a commit and not sent yet."""

import azure.functions as func

from shared.application.commands.sweep_outbox import SweepOutbox
from shared.composition import mediator
from shared.domain.access import PLATFORM

outbox = func.Blueprint()


@outbox.timer_trigger(arg_name="timer", schedule="0 * * * * *")
def sweep_outbox(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Send what a crash or an outage kept from being sent."""
    mediator().send(SweepOutbox(), PLATFORM)
