"""Choose another password, knowing the present one. Every other session ends, and this one goes on."""

from contextlib import suppress
from typing import NamedTuple

from pydantic import SecretStr

from shared.application.ports import Clock, PasswordHasher
from shared.application.services.passwords import replace_password
from shared.application.services.sessions import remove
from shared.application.services.throttle import Guess, Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import Conflict, RuleBroken
from shared.domain.partitions import USERS, sessions_of
from shared.domain.password import normalized
from shared.domain.session import Session, Token
from shared.domain.user import Credential, User


class Renewed(NamedTuple):
    token: Token
    remember: bool


class ChangePassword(Command[Renewed]):
    access = Permission.MANAGE_SELF

    current: SecretStr
    new: SecretStr


@handles(ChangePassword)
def change_password(
    command: ChangePassword,
    *,
    uow: UnitOfWork,
    actor: Actor,
    throttle: Throttle,
    passwords: PasswordHasher,
    clock: Clock,
) -> Renewed:
    user = uow.of(User, USERS).get(actor.id)
    _prove(user, command.current.get_secret_value(), actor, uow, throttle, passwords)
    now = clock.now()
    replace_password(user, command.new.get_secret_value(), actor, now, uow, passwords)
    uow.commit()  # from here on no session is valid; this one is renewed
    sessions = uow.of(Session, sessions_of(user.id))
    old = sessions.get(actor.session_id or "none")
    new, token = old.renew(old.organization_id, now)
    sessions.add(new)
    uow.commit()
    if remove(uow.of(Session, sessions_of(user.id)), lambda one: one.id != new.id):
        with suppress(Conflict):  # whatever is not removed here is invalid all the same
            uow.commit()
    return Renewed(token, new.remember)


def _prove(
    user: User,
    password: str,
    actor: Actor,
    uow: UnitOfWork,
    throttle: Throttle,
    passwords: PasswordHasher,
) -> None:
    """Whoever finds a browser open may guess no more often than at the door."""
    credential = uow.of(Credential, USERS).find(user.email)
    guess = Guess.begin(throttle, user.email, actor.session_id, actor.address)
    if not passwords.verify(credential and credential.password_hash, normalized(password)):
        guess.failed()
        raise RuleBroken("The current password is not right.")
    guess.succeeded()
