"""What has failed long ago."""

import azure.functions as func

from shared.application.commands.forget_attempts import ForgetAttempts
from shared.composition import mediator
from shared.domain.access import PLATFORM

attempts = func.Blueprint()


@attempts.timer_trigger(arg_name="timer", schedule="0 17 * * * *")
def forget_attempts(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Forget the failed attempts to sign in that no longer count."""
    mediator().send(ForgetAttempts(), PLATFORM)
