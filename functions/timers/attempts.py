"""What has failed long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

attempts = func.Blueprint()


@attempts.timer_trigger(arg_name="timer", schedule="0 17 * * * *")
@timed
def forget_attempts(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Forget the failed attempts to sign in that no longer count."""
    from shared.application.commands.forget_attempts import ForgetAttempts

    mediator().send(ForgetAttempts(), PLATFORM)
