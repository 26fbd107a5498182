"""Where somebody can work: their organizations, without those that are suspended."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.errors import Forbidden
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.user import User


def first_open(user: User, uow: UnitOfWork) -> str | None:
    """None for who belongs to none. Raises Forbidden for the deactivated, and where all are suspended."""
    if user.is_deactivated:
        raise Forbidden(
            "Your account is deactivated. Ask an administrator of your organization.", "deactivated"
        )
    for organization_id in user.organization_ids:
        if not is_suspended(organization_id, uow):
            return organization_id
    if user.organization_ids and not user.platform_role:
        raise Forbidden("Your organization is suspended. Ask whoever runs imagini for you.", "suspended")
    return None


def is_suspended(organization_id: str | None, uow: UnitOfWork) -> bool:
    known = uow.of(Organization, ORGANIZATIONS).find(organization_id) if organization_id else None
    return known is not None and known.is_suspended
