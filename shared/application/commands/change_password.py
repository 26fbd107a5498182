"""Choose another password, knowing the present one. Every other session ends, and this one goes on."""

from pydantic import SecretStr

from shared.application.ports import Clock, PasswordHasher
from shared.application.services.passwords import replace_password
from shared.application.services.proof import Proof
from shared.application.services.sessions import Renewed, go_on_alone
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.user import User


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
    return go_on_alone(actor, now, uow)
