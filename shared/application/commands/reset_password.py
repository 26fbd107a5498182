"""Choose a new password with the link from a mail, once: every session ends, every browser is forgotten."""

from pydantic import SecretStr

from shared.application.ports import Clock, PasswordHasher
from shared.application.services.passwords import replace_password
from shared.application.services.throttle import Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import NotFound, Stale
from shared.domain.partitions import USERS
from shared.domain.password_reset import PasswordReset
from shared.domain.throttle import key_of
from shared.domain.user import User

SPENT = "This link has been used already, or is too old. Please ask for a new one."


class ResetPassword(Command[None]):
    access = Permission.SIGN_IN

    token: SecretStr
    password: SecretStr


@handles(ResetPassword)
def reset_password(
    command: ResetPassword,
    *,
    uow: UnitOfWork,
    actor: Actor,
    throttle: Throttle,
    passwords: PasswordHasher,
    clock: Clock,
) -> None:
    resets, now = uow.of(PasswordReset, USERS), clock.now()
    reset = resets.find(PasswordReset.id_of(command.token.get_secret_value()))
    user = uow.of(User, USERS).find(reset.user_id) if reset and reset.user_id else None
    if reset is None or user is None or user.email != reset.email or not reset.is_live(now):
        raise NotFound(SPENT)
    user.forget_devices(now)
    replace_password(user, command.password.get_secret_value(), actor, now, uow, passwords)
    resets.remove(reset)
    try:
        uow.commit()
    except Stale as error:  # two at once: one of them has used it
        raise NotFound(SPENT) from error
    throttle.clear(key_of("account", user.email))  # what others guessed was the old one
