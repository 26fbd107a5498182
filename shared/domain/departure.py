"""Somebody has left for Microsoft's sign-in page, and is expected back once, in the same browser."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal, Self

from pydantic import Field

from shared.domain.entity import Entity

PATIENCE = timedelta(minutes=10)


class Departure(Entity):
    """The record's id is the hash of a secret that only this browser holds."""

    kind: ClassVar[str] = "departure"

    purpose: Literal["sign_in", "link", "join"]
    memory: dict[str, Any]  # state, nonce and PKCE verifier
    expires_at: datetime
    remember: bool = False
    page: str = "/"  # where to go afterwards
    user_id: str = ""  # link: whose account, and the session in which it was asked for
    session_id: str = ""
    invitation_id: str = ""  # join: which invitation, by which of its links
    invitation_hash: str = Field(default="", repr=False)

    @classmethod
    def leave(
        cls, purpose: Literal["sign_in", "link", "join"], memory: dict[str, Any], now: datetime, **more: Any
    ) -> tuple[Self, str]:
        secret = secrets.token_urlsafe(32)
        expires_at = now + PATIENCE
        given = {"id": cls.id_of(secret), "purpose": purpose, "memory": memory, "expires_at": expires_at}
        return cls.model_validate(given | more), secret

    @staticmethod
    def id_of(secret: str) -> str:
        return hashlib.sha256(secret.encode()).hexdigest()

    def is_awaited(self, now: datetime) -> bool:
        return now < self.expires_at
