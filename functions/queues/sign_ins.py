"""Sign-ins, to be looked at afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer

if TYPE_CHECKING:
    from shared.application.commands.locate_sign_in import LocateSignIn
    from shared.core.mediator import Send

sign_ins = func.Blueprint()


@sign_ins.queue_trigger(arg_name="msg", queue_name="sign-in", connection=CONNECTION)
@consumer
def locate_sign_in(task: LocateSignIn, send: Send) -> None:
    """Note roughly where somebody has signed in."""
    send(task)


@sign_ins.queue_trigger(arg_name="msg", queue_name="sign-in-poison", connection=CONNECTION)
@consumer
def give_up_locating(task: LocateSignIn, send: Send) -> None:
    """Nobody waits for it."""
