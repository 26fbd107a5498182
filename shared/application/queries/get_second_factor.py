"""Whether one's second factor is on, and how many recovery codes are left."""

from shared.application.models.second_factor import SecondFactorView
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor
from shared.domain.user import Credential, User


class GetSecondFactor(Query[SecondFactorView]):
    access = Permission.MANAGE_SELF


@handles(GetSecondFactor)
def get_second_factor(query: GetSecondFactor, *, uow: UnitOfWork, actor: Actor) -> SecondFactorView:  # noqa: ARG001
    factor = uow.of(SecondFactor, USERS).find(actor.id)
    is_on = factor is not None and factor.is_on
    credential = uow.of(Credential, USERS).find(uow.of(User, USERS).get(actor.id).email)
    return SecondFactorView(
        is_on=is_on,
        recovery_codes_left=len(factor.recovery) if factor and is_on else 0,
        has_password=credential is not None,
    )
