"""A Microsoft account that opens somebody's account here."""

from datetime import datetime
from typing import ClassVar

from shared.domain.entity import Entity


class Identity(Entity):
    """The record's id is tenant and object, so that each Microsoft account belongs to one person.

    An e-mail address takes no part: in Entra it may be changed, and may be anybody's.
    """

    kind: ClassVar[str] = "identity"
    searchable: ClassVar[frozenset[str]] = frozenset({"user_id"})

    user_id: str
    shown_as: str  # as the account called itself when it was linked
    linked_at: datetime

    @staticmethod
    def id_of(tenant_id: str, object_id: str) -> str:
        return f"{tenant_id}~{object_id}"

    @staticmethod
    def tenant_of(identity_id: str) -> str:
        return identity_id.partition("~")[0]
