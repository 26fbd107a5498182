"""How far chains of the audit were at a moment, kept apart from the records, which could be put back."""

from datetime import datetime

from pydantic import Field

from shared.domain.entity import Value

FOLDER = "audit-anchors/"  # no organization can be named so


class Head(Value):
    """The last line of a chain."""

    chain: str  # its partition
    number: int
    seal: str


class Anchor(Value):
    at: datetime
    heads: tuple[Head, ...]
    seal: str = Field(default="", repr=False)  # over all of this and the name it is kept under
