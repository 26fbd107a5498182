"""The organizations of the platform, page by page."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.organizations import OrganizationPage, OrganizationView
from shared.application.ports import Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS


class ListOrganizations(Query[OrganizationPage]):
    access = Permission.MANAGE_PLATFORM

    search: Annotated[str, Field(max_length=200)] = ""  # in name and display name, case ignored
    sort: Literal["name", "display_name", "status", "created_at"] = "name"
    descending: bool = False
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 10


@handles(ListOrganizations)
def list_organizations(query: ListOrganizations, *, uow: UnitOfWork) -> OrganizationPage:
    organizations = uow.of(Organization, ORGANIZATIONS)
    words = query.search.strip()
    where = (Condition("words", "contains", words),) if words else ()
    found = organizations.all(
        *where,
        order="id" if query.sort == "name" else query.sort,
        descending=query.descending,
        offset=query.offset,
        limit=query.limit,
    )
    return OrganizationPage(
        items=[OrganizationView.of(one) for one in found], total=organizations.count(*where)
    )
