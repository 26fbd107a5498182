"""What the use cases about the people of an organization share."""

from shared.application.models.users import MembershipView, UserRow
from shared.application.ports import Condition
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor, Role
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import Membership, User
from shared.domain.user_index import place


def member(user_id: str, organization_id: str, actor: Actor, uow: UnitOfWork) -> User:
    """Whom this actor may change there. Raises NotFound, or Forbidden for somebody above them."""
    user = uow.of(User, USERS).get(user_id)
    if user.is_hidden_from(actor) or not user.belongs_to(organization_id):
        raise NotFound("There is no such user.")
    if user.platform_role:
        actor.must_reach(user.platform_role)
    return user


def keep_an_admin(leaving: User, organization_id: str, uow: UnitOfWork) -> None:
    """Raise RuleBroken for the last one.

    Another administrator becomes part of the commit: were that one to leave at the same moment, one of the
    two commits would be stale.
    """
    membership = leaving.membership_in(organization_id)
    if membership is None or membership.role is not Role.ORG_ADMIN:
        return None
    users = uow.of(User, USERS)
    for other in users.all(Condition("index.places", "has", place(organization_id, Role.ORG_ADMIN))):
        if other.id != leaving.id and other.membership_in(organization_id):
            return users.save(other)
    raise RuleBroken("An organization keeps at least one administrator. Name another one first.")


class Rows:
    """People as rows of a table; `of`: seen from that organization."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._organizations = uow.of(Organization, ORGANIZATIONS)
        self._names: dict[str, str] = {}

    def of(self, user: User, organization_id: str | None = None) -> UserRow:
        seen = [m for m in user.memberships if organization_id in (None, m.organization_id)]
        shown = next(iter(seen), None)
        platform = None if organization_id else user.platform_role
        active = platform or shown is None or any(m.active for m in seen)
        return UserRow(
            id=user.id,
            first_name=user.first_name,
            last_name=user.last_name,
            email=user.email,
            role=platform or (shown.role if shown else Role.MEMBER),
            organization_id=shown.organization_id if shown else None,
            organization_name=self._name(shown.organization_id) if shown else None,
            status="active" if active else "deactivated",
            memberships=[self._view(m) for m in seen],
        )

    def _view(self, membership: Membership) -> MembershipView:
        return MembershipView(
            organization_id=membership.organization_id,
            organization_name=self._name(membership.organization_id),
            role=membership.role,
            status="active" if membership.active else "deactivated",
        )

    def _name(self, organization_id: str) -> str:
        if organization_id not in self._names:
            known = self._organizations.find(organization_id)
            self._names[organization_id] = known.display_name if known else organization_id
        return self._names[organization_id]
