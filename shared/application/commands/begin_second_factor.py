"""Set an authenticator app up. Nothing is asked of anybody before a first code has confirmed it."""

from pydantic import SecretStr

from shared.application.models.second_factor import SecondFactorSetup
from shared.application.ports import OneTimeCodes, Secrets
from shared.application.services.proof import Proof
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import Conflict
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor, secret_name
from shared.domain.user import User


class BeginSecondFactor(Command[SecondFactorSetup]):
    access = Permission.MANAGE_SELF

    password: SecretStr


@handles(BeginSecondFactor)
def begin_second_factor(
    command: BeginSecondFactor,
    *,
    uow: UnitOfWork,
    actor: Actor,
    proof: Proof,
    codes: OneTimeCodes,
    secrets: Secrets,
) -> SecondFactorSetup:
    user, factors = uow.of(User, USERS).get(actor.id), uow.of(SecondFactor, USERS)
    proof.must_know(user, command.password.get_secret_value(), actor)
    factor = factors.find(user.id) or SecondFactor(id=user.id)
    if factor.is_on:
        raise Conflict("Your second factor is on already. Switch it off first.")
    secret = codes.new_secret()
    secrets.put(secret_name(user.id), secret)
    factors.save(factor)
    uow.commit()
    return SecondFactorSetup(secret=secret, address=codes.address(secret, user.email))
