"""A signed-in browser."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import ClassVar, NamedTuple

from shared.domain.entity import Entity

LIFETIME = timedelta(hours=12)
REMEMBERED = timedelta(days=30)


class Token(NamedTuple):
    """What the cookie carries: whose session it is, and 256 random bits of which only the hash is kept."""

    user_id: str
    secret: str

    @classmethod
    def parse(cls, cookie: str) -> "Token":
        user_id, _, secret = cookie.partition("~")
        return cls(user_id, secret)

    @property
    def session_id(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def __str__(self) -> str:
        return f"{self.user_id}~{self.secret}"


class Session(Entity):
    kind: ClassVar[str] = "session"

    user_id: str
    organization_id: str | None
    remember: bool
    opened_at: datetime
    expires_at: datetime

    @classmethod
    def open(
        cls, user_id: str, organization_id: str | None, remember: bool, now: datetime
    ) -> "tuple[Session, Token]":
        token = Token(user_id, secrets.token_urlsafe(32))
        session = cls(
            id=token.session_id,
            user_id=user_id,
            organization_id=organization_id,
            remember=remember,
            opened_at=now,
            expires_at=now + (REMEMBERED if remember else LIFETIME),
        )
        return session, token

    def is_live(self, now: datetime) -> bool:
        return now < self.expires_at
