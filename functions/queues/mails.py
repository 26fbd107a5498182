"""Mails to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import azure.functions as func

from functions.support.consumer import CONNECTION, consumer, given_up

if TYPE_CHECKING:
    from shared.application.commands.send_email import SendEmail
    from shared.core.mediator import Send

mails = func.Blueprint()


@mails.queue_trigger(arg_name="msg", queue_name="notify", connection=CONNECTION)
@consumer
def send_email(task: SendEmail, send: Send) -> None:
    """Send a mail that a commit has promised."""
    send(task)


@mails.queue_trigger(arg_name="msg", queue_name="notify-poison", connection=CONNECTION)
@given_up
def give_up_email(task: SendEmail, send: Send) -> None:
    """Note that a mail could not be sent, however often it was tried."""
    from shared.application.commands.fail_email import FailEmail

    send(FailEmail(mail_id=task.mail_id))
