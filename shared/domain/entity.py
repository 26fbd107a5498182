"""What every stored thing has in common."""

from typing import ClassVar
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field


def new_id() -> str:
    return uuid4().hex


class Value(BaseModel):
    """Something that is its values: two with the same values are the same, and none ever changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(BaseModel):
    """Something with an identity that outlives its values.

    `searchable` names the fields that a repository may filter and sort by; `schema_version` is raised, and an
    upgrade written, whenever the stored shape changes (docs/migration-guide.md).
    """

    model_config = ConfigDict(validate_assignment=True, extra="forbid")

    kind: ClassVar[str]
    searchable: ClassVar[frozenset[str]] = frozenset()

    id: str = Field(default_factory=new_id)
    schema_version: int = 1
    etag: str | None = Field(default=None, exclude=True)
