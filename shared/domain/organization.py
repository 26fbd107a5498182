"""A healthcare provider: a tenant of the platform."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.domain.entity import Entity, Value
from shared.domain.values import OrganizationName


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


type SourceSettings = Annotated[ArchiveSettings | PacsSettings, Field(discriminator="type")]


class Organization(Entity):
    kind: ClassVar[str] = "organization"
    searchable: ClassVar[frozenset[str]] = frozenset({"id", "display_name"})

    id: OrganizationName = Field()  # its name: unique because it is the record's id
    display_name: str
    language: Literal["en", "es"] = "en"
    source: SourceSettings = Field(default_factory=ArchiveSettings)

    def read_from(self, source: ArchiveSettings | PacsSettings) -> None:
        self.source = source
