"""Create an organization. Its name is its id, so nobody else can take it."""

from typing import Annotated, Literal

from shared.application.models.organizations import OrganizationView
from shared.application.models.pacs_access import PacsAccess
from shared.application.ports import Clock, Secrets
from shared.application.services.source_settings import replacing, settled
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.organization import Contact, Line, Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.pacs import EMPTY_IS_NONE, ArchiveSettings, WebAddress
from shared.domain.partitions import ORGANIZATIONS


class CreateOrganization(Command[OrganizationView], Contact, PacsAccess):
    access = Permission.MANAGE_PLATFORM

    name: OrganizationName
    display_name: Line = ""
    # root of its DICOMweb service; None: our own archive
    dicom_url: Annotated[WebAddress | None, EMPTY_IS_NONE] = None
    language: Literal["en", "es"] = "en"


@handles(CreateOrganization)
def create_organization(
    command: CreateOrganization, *, uow: UnitOfWork, secrets: Secrets, clock: Clock, actor: Actor
) -> OrganizationView:
    organizations, url = uow.of(Organization, ORGANIZATIONS), command.dicom_url
    if organizations.find(command.name):  # before a secret is kept under its name
        raise _taken(command.name)
    organization = Organization(
        id=command.name,
        display_name=command.display_name or command.name,
        created_at=clock.now(),
        language=command.language,
        contact=Contact.model_validate(command.model_dump(include=set(Contact.model_fields))),
        source=settled(command, url, command.name, ArchiveSettings(), secrets, actor),
    )
    organizations.add(organization)
    line = AuditLine.of(actor, "organization.create", organization.id, clock.now(), url or "archive")
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    try:
        with replacing(ArchiveSettings(), organization.source, secrets):
            uow.commit()
    except Conflict as error:
        raise _taken(command.name) from error
    return OrganizationView.of(organization)


def _taken(name: str) -> Conflict:
    return Conflict(f"There is an organization named {name} already.", "name-taken")
