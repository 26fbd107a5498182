"""Organizations, as those who administer them see them."""

from datetime import datetime
from typing import Literal, Self

from shared.domain.entity import Value
from shared.domain.organization import Contact, Organization
from shared.domain.organization_settings import ModelChoices
from shared.domain.pacs import Auth, PacsSettings
from shared.domain.report import Sections
from shared.domain.source_check import Capabilities


class Source(Value):
    """Where an organization's studies live: never with the password."""

    type: Literal["archive", "pacs"]
    url: str | None = None
    auth: Auth = "none"
    username: str = ""
    token_url: str | None = None
    client_id: str = ""
    scope: str = ""
    has_secret: bool = False
    capabilities: Capabilities | None = None  # None: never checked, or it did not answer

    @classmethod
    def of(cls, organization: Organization) -> Self:
        match organization.source:
            case PacsSettings() as pacs:
                return cls(
                    type="pacs",
                    url=pacs.url,
                    auth=pacs.auth,
                    username=pacs.username,
                    token_url=pacs.token_url,
                    client_id=pacs.client_id,
                    scope=pacs.scope,
                    has_secret=pacs.secret_name is not None,
                    capabilities=pacs.capabilities,
                )
            case _:
                return cls(type="archive")


class OrganizationView(Contact):
    name: str
    display_name: str
    status: Literal["active", "suspended"]
    created_at: datetime | None
    language: Literal["en", "es"]
    report_language: Literal["en", "es"] | None
    report_template: Sections
    models: ModelChoices
    retention_days: int | None
    second_factor_required: bool
    allowed_tenants: list[str]
    source: Source

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls(
            name=organization.id,
            display_name=organization.display_name,
            status=organization.status,
            created_at=organization.created_at,
            language=organization.language,
            report_language=organization.report_language,
            report_template=organization.report_template,
            models=organization.models,
            retention_days=organization.retention_days,
            second_factor_required=organization.second_factor_required,
            allowed_tenants=organization.allowed_tenants,
            source=Source.of(organization),
            **organization.contact.model_dump(),
        )


class OrganizationPage(Value):
    items: list[OrganizationView]
    total: int  # of all pages
