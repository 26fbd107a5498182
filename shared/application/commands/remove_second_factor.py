"""Switch the second factor off, knowing the password and having a code."""

from pydantic import SecretStr

from shared.application.ports import Clock
from shared.application.services.proof import Proof
from shared.application.services.second_step import SecondStep
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor
from shared.domain.user import User


class RemoveSecondFactor(Command[None]):
    access = Permission.MANAGE_SELF

    password: SecretStr
    code: str


@handles(RemoveSecondFactor)
def remove_second_factor(
    command: RemoveSecondFactor,
    *,
    uow: UnitOfWork,
    actor: Actor,
    proof: Proof,
    second_step: SecondStep,
    clock: Clock,
) -> None:
    user = uow.of(User, USERS).get(actor.id)
    proof.must_know(user, command.password.get_secret_value(), actor, also=(command.code, second_step))
    factors = uow.of(SecondFactor, USERS)
    factor = factors.find(user.id)
    if factor is None:
        raise Conflict("Your second factor is off already.")
    factors.remove(factor)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "second_factor.off", actor.id, clock.now()))
    uow.commit()
