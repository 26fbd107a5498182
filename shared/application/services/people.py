"""How a person is described to themselves."""

from shared.application.models.emergency import EmergencyView
from shared.application.models.me import Me
from shared.application.services.second_factor_duty import owes_second_factor
from shared.application.unit_of_work import UnitOfWork
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.user import User


def describe(
    user: User, organization_id: str | None, uow: UnitOfWork, emergency: EmergencyView | None = None
) -> Me:
    organizations = uow.of(Organization, ORGANIZATIONS)
    known = [organizations.find(membership.organization_id) for membership in user.memberships]
    owes = owes_second_factor(user.acting_in(organization_id), uow)
    return Me.of(
        user, organization_id, [organization for organization in known if organization], owes, emergency
    )
