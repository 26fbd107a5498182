"""A healthcare provider: a tenant of the platform."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from shared.domain.entity import Body, Entity, Value
from shared.domain.errors import RuleBroken
from shared.domain.organization_name import OrganizationName
from shared.domain.source_check import Capabilities
from shared.domain.values import Email

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00-\x1f]*$")]
WebAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https?://")]
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^\+?[0-9][0-9 ()./x-]*$")
]
Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Days = Annotated[int, Field(ge=1, le=36_500)]
EMPTY_IS_NONE = BeforeValidator(lambda given: None if given == "" else given)  # as forms send it


class ArchiveSettings(Value):
    """Studies live in our own archive."""

    type: Literal["archive"] = "archive"


class PacsSettings(Value):
    """Studies live in the organization's PACS, behind DICOMweb. The password or token is kept in Secrets."""

    type: Literal["pacs"] = "pacs"
    url: str
    auth: Literal["none", "basic", "bearer"] = "none"
    username: str = ""
    secret_name: str | None = None
    capabilities: Capabilities | None = None  # as the last check found them


type SourceSettings = Annotated[ArchiveSettings | PacsSettings, Field(discriminator="type")]


class Contact(Value):
    """How people reach an organization; None where nobody said."""

    website: Annotated[WebAddress | None, EMPTY_IS_NONE] = None
    email: Annotated[Email | None, EMPTY_IS_NONE] = None
    address: Annotated[Address | None, EMPTY_IS_NONE] = None
    phone: Annotated[Phone | None, EMPTY_IS_NONE] = None


SETTINGS = frozenset({"display_name", "language", "retention_days"})


def words_are_searched(body: Body) -> Body:
    return body | {"words": f"{body['id']} {body['display_name']}"}


class Organization(Entity):
    kind: ClassVar[str] = "organization"
    searchable: ClassVar[frozenset[str]] = frozenset({"id", "display_name", "words", "status", "created_at"})
    upgrades = (words_are_searched,)

    id: OrganizationName = Field()  # its name: unique because it is the record's id
    display_name: Line
    words: str = ""  # name and display name, for searching
    status: Literal["active", "suspended"] = "active"
    created_at: datetime | None = None  # None: before this was kept
    language: Literal["en", "es"] = "en"  # of what is written in its name
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

    def suspend(self) -> None:
        """Its people can no longer work in it; nothing is lost."""
        self.status = "suspended"

    def reinstate(self) -> None:
        self.status = "active"

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
