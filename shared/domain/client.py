"""A partner's system that works in one organization, with a secret of its own and no more than it needs."""

import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from shared.domain.access import Actor, Permission, Role
from shared.domain.entity import Entity, Value
from shared.domain.errors import Conflict, NotFound, RuleBroken

type Scope = Literal[Permission.READ_PATIENTS, Permission.STORE_STUDIES]
Scopes = Annotated[list[Scope], Field(min_length=1, max_length=2)]
ClientName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$")
]
LIVE_AT_ONCE = 2  # secrets: the new one is handed out before the old one goes
CLIENT_ID = re.compile(r"([a-z0-9_]{1,63})~([0-9a-f]{32})")


class ClientSecret(Value):
    """256 random bits, of which only the hash is kept."""

    id: str
    hash: str
    made_at: datetime


class Client(Entity):
    kind: ClassVar[str] = "client"

    organization_id: str
    name: ClientName
    scopes: Scopes
    secrets: list[ClientSecret] = Field(default_factory=list[ClientSecret])
    created_at: datetime
    created_by: str

    @property
    def client_id(self) -> str:
        """As the partner knows it; it says where the record lies."""
        return f"{self.organization_id}~{self.id}"

    @staticmethod
    def place_of(client_id: str) -> tuple[str, str] | None:
        """The organization and the record's id; None for what cannot be one of ours."""
        found = CLIENT_ID.fullmatch(client_id)
        return (found[1], found[2]) if found else None

    def new_secret(self, now: datetime) -> str:
        if len(self.secrets) >= LIVE_AT_ONCE:
            raise Conflict(
                f"A client has at most {LIVE_AT_ONCE} secrets. Remove one that is no longer used first.",
                "two-secrets",
            )
        secret = secrets.token_urlsafe(32)
        new = ClientSecret(id=secrets.token_hex(4), hash=_hash(secret), made_at=now)
        self.secrets = [*self.secrets, new]
        return secret

    def drop_secret(self, secret_id: str) -> None:
        left = [one for one in self.secrets if one.id != secret_id]
        if len(left) == len(self.secrets):
            raise NotFound("There is no such secret.")
        if not left:
            raise RuleBroken("This is the client's only secret. Add another one first, or remove the client.")
        self.secrets = left

    def is_opened_by(self, secret: str) -> bool:
        hashed = _hash(secret)
        return any(hmac.compare_digest(one.hash, hashed) for one in self.secrets)

    def acting(self, scopes: frozenset[str]) -> Actor:
        """This system at work, with what its token was given and it still has."""
        return Actor(
            id=self.client_id,
            name=self.name,
            role=Role.MEMBER,
            organization_id=self.organization_id,
            scopes=frozenset(scope for scope in self.scopes if scope in scopes),
        )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
