"""Point an organization at its PACS, or back at our own archive."""

from typing import Annotated

from shared.application.models.organizations import Source
from shared.application.models.pacs_access import PacsAccess
from shared.application.ports import Clock, Secrets
from shared.application.services.source_settings import replacing, settled
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.pacs import EMPTY_IS_NONE, WebAddress
from shared.domain.partitions import ORGANIZATIONS


class ConfigureSource(Command[Source], PacsAccess):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    url: Annotated[WebAddress | None, EMPTY_IS_NONE] = None  # None: our own archive


@handles(ConfigureSource)
def configure_source(
    command: ConfigureSource, *, uow: UnitOfWork, secrets: Secrets, clock: Clock, actor: Actor
) -> Source:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    before = organization.source
    source = settled(command, command.url, organization.id, before, secrets, actor)
    organization.read_from(source)
    organizations.save(organization)
    line = AuditLine.of(actor, "source.configure", organization.id, clock.now(), command.url or "archive")
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    with replacing(before, source, secrets):
        uow.commit()
    return Source.of(organization)
