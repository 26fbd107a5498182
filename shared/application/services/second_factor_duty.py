"""Who has to set a second factor up before they may do anything else."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor, Role
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.second_factor import SecondFactor


def owes_second_factor(actor: Actor, uow: UnitOfWork) -> bool:
    """An administrator, at work in an organization that asks its administrators for one, and without."""
    if actor.role is Role.MEMBER or actor.organization_id is None:
        return False
    organization = uow.of(Organization, ORGANIZATIONS).find(actor.organization_id)
    if organization is None or not organization.second_factor_required:
        return False
    factor = uow.of(SecondFactor, USERS).find(actor.id)
    return factor is None or not factor.is_on
