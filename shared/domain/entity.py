"""What every stored thing has in common."""

from collections.abc import Callable
from typing import Any, ClassVar, Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.errors import Unavailable

type Body = dict[str, Any]
type Upgrade = Callable[[Body], Body]


def new_id() -> str:
    return uuid4().hex


class Value(BaseModel):
    """Something that is its values: two with the same values are the same, and none ever changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class Entity(BaseModel):
    """Something with an identity that outlives its values.

    `searchable` names the fields that a repository may filter and sort by. `upgrades` turns a body that was
    stored as version 1 into version 2, that into 3, and so on (docs/migration-guide.md).
    """

    model_config = ConfigDict(
        validate_assignment=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    kind: ClassVar[str]
    searchable: ClassVar[frozenset[str]] = frozenset()
    upgrades: ClassVar[tuple[Upgrade, ...]] = ()
    is_rewritten: ClassVar[bool] = (
        True  # by `./imagini migrate`; not: it is sealed in the shape it was stored in
    )

    id: str = Field(default_factory=new_id)
    etag: str | None = Field(default=None, exclude=True)

    @classmethod
    def schema_version(cls) -> int:
        return 1 + len(cls.upgrades)

    @classmethod
    def restore(cls, body: Body, etag: str) -> Self:
        """Read what was stored, in whichever version. Raises Unavailable for one that is not known yet."""
        body = dict(body)
        stored_as = body.pop("schema_version", 1)
        if stored_as > cls.schema_version():  # while a new release takes over from this one
            raise Unavailable("A newer version of imagini has written this. Try again in a moment.")
        for upgrade in cls.upgrades[stored_as - 1 :]:
            body = upgrade(body)
        return cls.model_validate(body | {"etag": etag})

    def body(self) -> Body:
        """What is stored: JSON values, in today's version."""
        return self.model_dump(mode="json") | {"schema_version": self.schema_version()}
