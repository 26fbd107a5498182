"""An organization that is being brought here from a file: until it is whole, nobody works in it."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from shared.domain.entity import Entity
from shared.domain.organization_name import OrganizationName


class OrganizationImport(Entity):
    """The record's id is the organization's name. It goes when everything is here."""

    kind: ClassVar[str] = "organization-import"

    id: OrganizationName = Field()
    digest: str  # of the file's manifest: only the same file goes on
    begun_at: datetime
