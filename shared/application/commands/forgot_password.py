"""Send a link to choose a new password; whether the address is known, only its owner learns."""

from contextlib import suppress
from typing import Annotated

from pydantic import StringConstraints

from shared.application.commands.send_email import SendEmail
from shared.application.ports import Clock
from shared.application.services.post import post
from shared.application.services.throttle import Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.entity import new_id
from shared.domain.errors import Conflict, TooMany
from shared.domain.mail import Mail
from shared.domain.partitions import USERS
from shared.domain.password_reset import PasswordReset
from shared.domain.throttle import ASKING, NETWORK, key_of, network_of
from shared.domain.user import Credential, User

SWEPT = 20  # links that nobody used, forgotten by the way


class ForgotPassword(Command[None]):
    access = Permission.SIGN_IN

    email: Annotated[str, StringConstraints(max_length=254)]


@handles(ForgotPassword)
def forgot_password(
    command: ForgotPassword, *, uow: UnitOfWork, actor: Actor, throttle: Throttle, clock: Clock
) -> None:
    email = command.email.strip().lower()
    with suppress(TooMany):  # the answer is always the same
        throttle.count(key_of("reset network", network_of(actor.address) or "unknown"), NETWORK)
        throttle.count(key_of("reset", email), ASKING)
        credential = uow.of(Credential, USERS).find(email)
        user = uow.of(User, USERS).find(credential.user_id if credential else "nobody")
        reset, token = PasswordReset.issue(email, user and user.id, clock.now())
        uow.of(PasswordReset, USERS).add(reset)
        if user:
            values = {"token": token}
            post(Mail(to=user.email, template="password_reset", language=user.language, values=values), uow)
        else:
            uow.then(SendEmail(mail_id=new_id()))  # the same work; there is nothing to be sent
        uow.commit()
        _sweep(uow, clock)


def _sweep(uow: UnitOfWork, clock: Clock) -> None:
    resets = uow.of(PasswordReset, USERS)
    ended = [r for r in resets.all(order="expires_at", limit=SWEPT) if not r.is_live(clock.now())]
    for reset in ended:
        resets.remove(reset)
    if ended:
        with suppress(Conflict):  # a request beside this one sweeps as well
            uow.commit()
