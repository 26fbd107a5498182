"""Invitations that wait for an answer, page by page: everybody's, or those of one's own organization."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.invitations import InvitationPage, InvitationView
from shared.application.ports import Clock, Condition
from shared.application.services.by_organization import Slice, by_organization
from shared.application.services.members import organization_seen
from shared.application.services.organization_names import OrganizationNames
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.invitation import Invitation
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS


class ListInvitations(Query[InvitationPage]):
    access = Permission.MANAGE_PEOPLE

    search: Annotated[str, Field(max_length=200)] = ""  # in the address, case ignored
    organization: OrganizationName | None = None
    sort: Literal["email", "role", "organization", "invited_at", "expires_at"] = "invited_at"
    descending: bool = True
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 10


@handles(ListInvitations)
def list_invitations(
    query: ListInvitations, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> InvitationPage:
    organization = organization_seen(query.organization, actor)
    invitations, where = uow.of(Invitation, USERS), list(_conditions(query, organization))
    page = Slice(query.descending, query.offset, query.limit)
    if query.sort == "organization":
        found = by_organization(invitations, where, "organization_id", uow, "email", page)
    else:
        found = invitations.all(*where, order=query.sort, **page._asdict())
    names, now = OrganizationNames(uow), clock.now()
    return InvitationPage(
        items=[InvitationView.of(one, now, names.of(one.organization_id)) for one in found],
        total=invitations.count(*where),
    )


def _conditions(query: ListInvitations, organization: str | None) -> Iterator[Condition]:
    yield Condition("status", "is", "pending")
    if organization:
        yield Condition("organization_id", "is", organization)
    if words := query.search.strip():
        yield Condition("email", "contains", words)
