"""People, page by page: the platform's for who runs it, the organization's own for its administrators."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.users import UserPage
from shared.application.ports import Condition
from shared.application.services.by_organization import Slice, by_organization
from shared.application.services.members import Rows, organization_seen
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS
from shared.domain.user import User
from shared.domain.user_index import folded, place


class ListUsers(Query[UserPage]):
    access = Permission.MANAGE_PEOPLE

    search: Annotated[str, Field(max_length=200)] = ""  # in names and address; case and accents ignored
    organization: OrganizationName | None = None
    role: Literal[Role.MEMBER, Role.ORG_ADMIN, Role.APP_ADMIN] | None = None
    sort: Literal["first_name", "last_name", "email", "role", "organization"] = "last_name"
    descending: bool = False
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 10


@handles(ListUsers)
def list_users(query: ListUsers, *, uow: UnitOfWork, actor: Actor) -> UserPage:
    organization = organization_seen(query.organization, actor)
    users, where = uow.of(User, USERS), list(_conditions(query, organization, actor))
    page = Slice(query.descending, query.offset, query.limit)
    if query.sort == "organization":
        found = by_organization(users, where, "index.organization", uow, "index.last_name", page)
    else:
        found = users.all(*where, order=f"index.{query.sort}", **page._asdict())
    rows = Rows(uow)
    return UserPage(items=[rows.of(user, organization) for user in found], total=users.count(*where))


def _conditions(query: ListUsers, organization: str | None, actor: Actor) -> Iterator[Condition]:
    if actor.role is not Role.SUPER_ADMIN:
        yield Condition("index.concealed", "is", False)
    if words := folded(query.search):
        yield Condition("index.words", "contains", words)
    if organization and query.role:
        yield Condition("index.places", "has", place(organization, query.role))
    elif organization:
        yield Condition("index.organizations", "has", organization)
    elif query.role:
        yield Condition("index.roles", "has", query.role)
