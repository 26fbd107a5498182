"""Invitations that ended long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.application import mediator
from functions.support.watching import timed
from shared.domain.access import PLATFORM

if TYPE_CHECKING:
    pass

old_invitations = func.Blueprint()


@old_invitations.timer_trigger(arg_name="timer", schedule="0 27 * * * *")
@timed
def forget_invitations(timer: func.TimerRequest) -> None:  # noqa: ARG001
    """Forget the invitations that ended long ago, whatever became of them."""
    from shared.application.commands.forget_invitations import ForgetInvitations

    mediator().send(ForgetInvitations(), PLATFORM)
