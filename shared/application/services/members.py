"""What the use cases about the people of an organization share."""

from collections.abc import Iterable, Mapping

from shared.application.models.users import MembershipView, UserRow
from shared.application.ports import Condition
from shared.application.services.organization_names import OrganizationNames
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor, Role
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.membership import Membership
from shared.domain.partitions import USERS
from shared.domain.user import User
from shared.domain.user_index import place


def organization_seen(wanted: str | None, actor: Actor) -> str | None:
    """Whose people are shown; None: everybody's. Raises NotFound for one that is not the actor's."""
    seen = actor.confined_to or wanted
    if wanted not in (None, seen):
        raise NotFound("There is no such organization.")
    return seen


def person(user_id: str, organization_id: str | None, actor: Actor, uow: UnitOfWork) -> User:
    """Whom this actor may change there, or (None) as a whole. Raises NotFound, Forbidden for who is above."""
    user = uow.of(User, USERS).get(user_id)
    if user.is_hidden_from(actor) or (organization_id and not user.belongs_to(organization_id)):
        raise NotFound("There is no such user.")
    if user.platform_role:
        actor.must_reach(user.platform_role)
    return user


def keep_admins(leaving: User, organization_ids: Iterable[str], uow: UnitOfWork) -> dict[str, User]:
    """Who administers these organizations besides. Raises RuleBroken where nobody does.

    They belong into the commit (`stay`): were one of them to leave at the same moment, one of the two commits
    would be stale.
    """
    others = (_another_admin(leaving, organization_id, uow) for organization_id in organization_ids)
    return {other.id: other for other in others if other}


def stay(people: Mapping[str, User], uow: UnitOfWork) -> None:
    for person in people.values():
        uow.of(User, USERS).save(person)


def _another_admin(leaving: User, organization_id: str, uow: UnitOfWork) -> User | None:
    membership = leaving.membership_in(organization_id)
    if membership is None or membership.role is not Role.ORG_ADMIN:
        return None
    admins = uow.of(User, USERS).all(Condition("index.places", "has", place(organization_id, Role.ORG_ADMIN)))
    for other in admins:
        if other.id != leaving.id and other.membership_in(organization_id) and not other.closed:
            return other
    raise RuleBroken(
        "An organization keeps at least one administrator. Name another one first.", "last-admin"
    )


class Rows:
    """People as rows of a table; `of`: seen from that organization."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._names = OrganizationNames(uow)

    def of(self, user: User, organization_id: str | None = None) -> UserRow:
        seen = [m for m in user.memberships if organization_id in (None, m.organization_id)]
        shown = next(iter(seen), None)
        platform = None if organization_id else user.platform_role
        active = not user.closed and (platform or shown is None or any(m.active for m in seen))
        return UserRow(
            id=user.id,
            first_name=user.first_name,
            last_name=user.last_name,
            email=user.email,
            role=platform or (shown.role if shown else Role.MEMBER),
            organization_id=shown.organization_id if shown else None,
            organization_name=self._names.of(shown.organization_id) if shown else None,
            status="active" if active else "deactivated",
            account="deactivated" if user.closed else "active",
            memberships=[self._view(m) for m in seen],
        )

    def _view(self, membership: Membership) -> MembershipView:
        return MembershipView(
            organization_id=membership.organization_id,
            organization_name=self._names.of(membership.organization_id),
            role=membership.role,
            status="active" if membership.active else "deactivated",
        )
