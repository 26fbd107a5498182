"""Choose another password, knowing the present one. Every other session ends, and this one goes on."""

from contextlib import suppress
from typing import NamedTuple

from pydantic import SecretStr

from shared.application.ports import Clock, PasswordHasher
from shared.application.services.passwords import replace_password
from shared.application.services.proof import Proof
from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import Conflict
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import User


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
    proof: Proof,
    passwords: PasswordHasher,
    clock: Clock,
) -> Renewed:
    user = uow.of(User, USERS).get(actor.id)
    proof.must_know(user, command.current.get_secret_value(), actor)
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
