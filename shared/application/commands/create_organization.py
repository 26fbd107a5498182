"""Create an organization. Its name is its id, so nobody else can take it."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.values import OrganizationName


class CreateOrganization(Command[Organization]):
    access = Permission.MANAGE_PLATFORM

    name: OrganizationName
    display_name: Annotated[str, Field(max_length=200)] = ""
    language: Literal["en", "es"] = "en"


@handles(CreateOrganization)
def create_organization(command: CreateOrganization, *, uow: UnitOfWork) -> Organization:
    organization = Organization(
        id=command.name, display_name=command.display_name or command.name, language=command.language
    )
    uow.of(Organization, ORGANIZATIONS).add(organization)
    uow.commit()
    return organization
