"""A healthcare provider: a tenant of the platform."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from shared.domain.entity import Body, Entity, Value
from shared.domain.errors import Forbidden, RuleBroken
from shared.domain.organization_name import OrganizationName
from shared.domain.organization_settings import AllowedTenants, Days, ModelChoice, ModelChoices
from shared.domain.pacs import EMPTY_IS_NONE, ArchiveSettings, PacsSettings, SourceSettings, WebAddress
from shared.domain.report import Sections
from shared.domain.source_check import Capabilities
from shared.domain.values import Email

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00-\x1f]*$")]
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^\+?[0-9][0-9 ()./x-]*$")
]
Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class Contact(Value):
    """How people reach an organization; None where nobody said."""

    website: Annotated[WebAddress | None, EMPTY_IS_NONE] = None
    email: Annotated[Email | None, EMPTY_IS_NONE] = None
    address: Annotated[Address | None, EMPTY_IS_NONE] = None
    phone: Annotated[Phone | None, EMPTY_IS_NONE] = None


SETTINGS = frozenset(
    {
        "allowed_tenants",
        "display_name",
        "language",
        "models",
        "report_language",
        "report_template",
        "retention_days",
        "second_factor_required",
    }
)


def words_are_searched(body: Body) -> Body:
    return body | {"words": f"{body['id']} {body['display_name']}"}


def settings_are_kept(body: Body) -> Body:
    """Nobody has decided anything yet."""
    return body


class Organization(Entity):
    kind: ClassVar[str] = "organization"
    searchable: ClassVar[frozenset[str]] = frozenset({"id", "display_name", "words", "status", "created_at"})
    upgrades = (words_are_searched, settings_are_kept)

    id: OrganizationName = Field()  # its name: unique because it is the record's id
    display_name: Line
    words: str = ""  # name and display name, for searching
    status: Literal["active", "suspended"] = "active"
    created_at: datetime | None = None  # None: before this was kept
    language: Literal["en", "es"] = "en"  # of mails and invitations
    report_language: Literal["en", "es"] | None = None  # of new reports; None: the same
    report_template: Sections = Field(default_factory=Sections)  # what new reports begin with
    models: ModelChoices = Field(default_factory=list[ModelChoice])
    second_factor_required: bool = False  # of its administrators
    allowed_tenants: AllowedTenants = Field(default_factory=list[str])  # of Entra; none named: every one
    retention_days: Days | None = None  # for which fetched images are kept; None: no limit
    contact: Contact = Field(default_factory=Contact)
    source: SourceSettings = Field(default_factory=ArchiveSettings)

    def model_post_init(self, _: Any) -> None:
        self.words = f"{self.id} {self.display_name}"

    @property
    def is_suspended(self) -> bool:
        return self.status == "suspended"

    def describe(self, changes: dict[str, Any]) -> None:
        """Change settings and parts of the contact, by their names. The name itself never changes."""
        contact = {part: changes[part] for part in Contact.model_fields.keys() & changes.keys()}
        self.contact = Contact.model_validate(self.contact.model_dump() | contact)
        for setting in SETTINGS & changes.keys():
            setattr(self, setting, changes[setting])
        self.display_name = self.display_name or self.id
        self.words = f"{self.id} {self.display_name}"

    def must_admit(self, tenant_id: str) -> None:
        """Raise Forbidden for whom Entra knows in a tenant that is not among the allowed."""
        if self.allowed_tenants and tenant_id not in self.allowed_tenants:
            raise Forbidden(
                "Your organization does not accept Microsoft accounts of this tenant.", "microsoft-tenant"
            )

    def read_from(self, source: ArchiveSettings | PacsSettings) -> None:
        self.source = source

    @property
    def pacs(self) -> PacsSettings:
        """Raises RuleBroken where there is none."""
        if not isinstance(self.source, PacsSettings):
            raise RuleBroken("The studies of this organization live in the built-in archive, not in a PACS.")
        return self.source

    def learn(self, capabilities: Capabilities | None) -> None:
        """What its PACS can do."""
        self.source = self.pacs.model_copy(update={"capabilities": capabilities})
