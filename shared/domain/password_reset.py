"""A link that lets somebody choose a new password, once."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import ClassVar

from shared.domain.entity import Entity

LIFETIME = timedelta(hours=1)


class PasswordReset(Entity):
    """The record's id is the hash of the token in the link.

    There is one for an unknown address as well, so that asking takes the same work: nobody's.
    """

    kind: ClassVar[str] = "password_reset"
    searchable: ClassVar[frozenset[str]] = frozenset({"expires_at"})

    email: str
    user_id: str | None
    expires_at: datetime

    @classmethod
    def issue(cls, email: str, user_id: str | None, now: datetime) -> "tuple[PasswordReset, str]":
        token = secrets.token_urlsafe(32)
        return cls(id=cls.id_of(token), email=email, user_id=user_id, expires_at=now + LIFETIME), token

    @staticmethod
    def id_of(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    def is_live(self, now: datetime) -> bool:
        return now < self.expires_at
