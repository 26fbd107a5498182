"""Point an organization at its PACS, or back at our own archive."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr

from shared.application.ports import Clock, Secrets
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.entity import Value
from shared.domain.organization import ArchiveSettings, Organization, PacsSettings
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.values import OrganizationName


class Source(Value):
    """An organization's source, as callers see it: never with its password."""

    organization_id: str
    type: Literal["archive", "pacs"]
    url: str | None = None
    auth: Literal["none", "basic", "bearer"] = "none"
    username: str = ""


class ConfigureSource(Command[Source]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    url: Annotated[str, Field(max_length=2000, pattern=r"^https?://")] | None = None  # None: our own archive
    auth: Literal["none", "basic", "bearer"] = "none"
    username: str = ""
    secret: SecretStr | None = None  # password or token; write-only


@handles(ConfigureSource)
def configure_source(
    command: ConfigureSource, *, uow: UnitOfWork, secrets: Secrets, clock: Clock, actor: Actor
) -> Source:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    organization.read_from(_settings(command, secrets))
    organizations.save(organization)
    line = AuditLine.of(actor, "source.configure", organization.id, clock.now(), command.url or "archive")
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return Source(
        organization_id=organization.id,
        type=organization.source.type,
        url=command.url,
        auth=command.auth,
        username=command.username,
    )


def _settings(command: ConfigureSource, secrets: Secrets) -> ArchiveSettings | PacsSettings:
    if command.url is None:
        return ArchiveSettings()
    name = None
    if command.secret:
        name = f"pacs-{command.organization_id.replace('_', '-')}"  # as Key Vault allows names
        secrets.put(name, command.secret.get_secret_value())
    return PacsSettings(
        url=command.url.rstrip("/"), auth=command.auth, username=command.username, secret_name=name
    )
