"""Create an organization. Its name is its id, so nobody else can take it."""

from typing import Annotated, Literal

from shared.application.models.organizations import OrganizationView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.organization import (
    EMPTY_IS_NONE,
    ArchiveSettings,
    Contact,
    Line,
    Organization,
    PacsSettings,
    WebAddress,
)
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class CreateOrganization(Command[OrganizationView], Contact):
    access = Permission.MANAGE_PLATFORM

    name: OrganizationName
    display_name: Line = ""
    # root of its DICOMweb service; None: our own archive
    dicom_url: Annotated[WebAddress | None, EMPTY_IS_NONE] = None
    language: Literal["en", "es"] = "en"


@handles(CreateOrganization)
def create_organization(
    command: CreateOrganization, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> OrganizationView:
    contact = Contact.model_validate(command.model_dump(include=set(Contact.model_fields)))
    url = command.dicom_url
    organization = Organization(
        id=command.name,
        display_name=command.display_name or command.name,
        created_at=clock.now(),
        language=command.language,
        contact=contact,
        source=PacsSettings(url=url.rstrip("/")) if url else ArchiveSettings(),
    )
    uow.of(Organization, ORGANIZATIONS).add(organization)
    line = AuditLine.of(actor, "organization.create", organization.id, clock.now(), url or "archive")
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    try:
        uow.commit()
    except Conflict as error:
        raise Conflict(f"There is an organization named {command.name} already.") from error
    return OrganizationView.of(organization)
