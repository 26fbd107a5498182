"""Where somebody can work: their organizations, without those that are suspended or refuse how they came."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.errors import Forbidden
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.user import User


def first_open(user: User, uow: UnitOfWork, tenant_id: str | None = None) -> str | None:
    """None for who belongs to none. Raises Forbidden for the deactivated, and where all are closed."""
    if user.is_deactivated:
        raise Forbidden(
            "Your account is deactivated. Ask an administrator of your organization.", "deactivated"
        )
    reason = None
    for organization_id in user.organization_ids:
        try:
            must_be_open(organization_id, uow, tenant_id)
        except Forbidden as closed:
            reason = closed
        else:
            return organization_id
    if reason and not user.platform_role:
        raise reason
    return None


def must_be_open(organization_id: str, uow: UnitOfWork, tenant_id: str | None = None) -> None:
    """Raise Forbidden where nobody can work now, or nobody who came from this tenant of Entra."""
    known = uow.of(Organization, ORGANIZATIONS).find(organization_id)
    if known is None:
        return
    if known.is_suspended:
        raise Forbidden("Your organization is suspended. Ask whoever runs imagini for you.", "suspended")
    if tenant_id:
        known.must_admit(tenant_id)


def is_closed(organization_id: str | None, uow: UnitOfWork, tenant_id: str | None = None) -> bool:
    try:
        if organization_id:
            must_be_open(organization_id, uow, tenant_id)
    except Forbidden:
        return True
    return False
