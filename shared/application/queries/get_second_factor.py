"""Whether one's second factor is on, and how many recovery codes are left."""

from shared.application.models.second_factor import SecondFactorView
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor


class GetSecondFactor(Query[SecondFactorView]):
    access = Permission.MANAGE_SELF


@handles(GetSecondFactor)
def get_second_factor(query: GetSecondFactor, *, uow: UnitOfWork, actor: Actor) -> SecondFactorView:  # noqa: ARG001
    factor = uow.of(SecondFactor, USERS).find(actor.id)
    if factor is None or not factor.is_on:
        return SecondFactorView(is_on=False, recovery_codes_left=0)
    return SecondFactorView(is_on=True, recovery_codes_left=len(factor.recovery))
