"""Point an organization at its PACS, or back at our own archive."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import SecretStr

from shared.application.models.organizations import Source
from shared.application.ports import Clock, Secrets
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import (
    EMPTY_IS_NONE,
    ArchiveSettings,
    Organization,
    PacsSettings,
    SourceSettings,
    WebAddress,
)
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class ConfigureSource(Command[Source]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    url: Annotated[WebAddress | None, EMPTY_IS_NONE] = None  # None: our own archive
    auth: Literal["none", "basic", "bearer"] = "none"
    username: str = ""
    secret: SecretStr | None = None  # password or token; write-only. None: the same as before


@handles(ConfigureSource)
def configure_source(
    command: ConfigureSource, *, uow: UnitOfWork, secrets: Secrets, clock: Clock, actor: Actor
) -> Source:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    organization.read_from(_settings(command, organization.source, secrets))
    organizations.save(organization)
    line = AuditLine.of(actor, "source.configure", organization.id, clock.now(), command.url or "archive")
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return Source.of(organization)


def _settings(
    command: ConfigureSource, before: SourceSettings, secrets: Secrets
) -> ArchiveSettings | PacsSettings:
    if command.url is None:
        return ArchiveSettings()
    settings = PacsSettings(url=command.url.rstrip("/"), auth=command.auth, username=command.username)
    if command.auth == "none":
        return settings
    name = None
    if command.secret:
        name = f"pacs-{command.organization_id.replace('_', '-')}"  # as Key Vault allows names
        secrets.put(name, command.secret.get_secret_value())
    elif isinstance(before, PacsSettings) and _server(before) == _server(settings):
        name = before.secret_name  # which only the server that it was entered for gets to see
    return settings.model_copy(update={"secret_name": name})


def _server(settings: PacsSettings) -> tuple[str, str, str]:
    parts = urlsplit(settings.url)
    return parts.scheme, parts.netloc, settings.auth
