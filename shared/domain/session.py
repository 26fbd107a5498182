"""A signed-in browser."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import ClassVar, NamedTuple

from pydantic import Field

from shared.domain.browser import recognize
from shared.domain.entity import Body, Entity, Upgrade, new_id
from shared.domain.identity import Identity

LIFETIME = timedelta(hours=12)
REMEMBERED = timedelta(days=30)
IDLE = timedelta(minutes=30)  # of a session that is not remembered
NOTED_EVERY = timedelta(minutes=1)
GRACE = timedelta(seconds=10)  # for requests under way while a secret is replaced


class Token(NamedTuple):
    """What the cookie carries: whose session it is, and 256 random bits of which only the hash is kept."""

    user_id: str
    secret: str

    @classmethod
    def new(cls, user_id: str) -> "Token":
        return cls(user_id, secrets.token_urlsafe(32))

    @classmethod
    def parse(cls, cookie: str) -> "Token":
        user_id, _, secret = cookie.partition("~")
        return cls(user_id, secret)

    @property
    def session_id(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def __str__(self) -> str:
        return f"{self.user_id}~{self.secret}"


def _secrets_are_replaced(body: Body) -> Body:
    opened = body["opened_at"]
    return body | {"issued_at": opened, "seen_at": opened, "family": body["id"]}


def _ways_in_are_told_apart(body: Body) -> Body:
    """All before came with a password; nobody has noted in which browser."""
    return body


class Session(Entity):
    """The record's id is the hash of one secret. A secret that replaces another continues its family."""

    kind: ClassVar[str] = "session"
    upgrades: ClassVar[tuple[Upgrade, ...]] = (_secrets_are_replaced, _ways_in_are_told_apart)

    user_id: str
    organization_id: str | None
    remember: bool
    opened_at: datetime  # by proving who one is
    issued_at: datetime  # this secret
    expires_at: datetime
    seen_at: datetime  # at most NOTED_EVERY ago, while it is used
    replaced_at: datetime | None = None
    family: str = Field(default_factory=new_id)
    address: str = ""  # where it was opened, and in which browser
    browser: str = ""
    system: str = ""
    identity_id: str | None = None  # the Microsoft account it was opened with; None: a password

    @classmethod
    def open(
        cls,
        user_id: str,
        organization_id: str | None,
        remember: bool,
        now: datetime,
        address: str = "",
        user_agent: str = "",
    ) -> "tuple[Session, Token]":
        token = Token.new(user_id)
        browser, system = recognize(user_agent)
        session = cls(
            id=token.session_id,
            user_id=user_id,
            organization_id=organization_id,
            remember=remember,
            opened_at=now,
            issued_at=now,
            expires_at=now + (REMEMBERED if remember else LIFETIME),
            seen_at=now,
            address=address,
            browser=browser,
            system=system,
        )
        return session, token

    @property
    def tenant_id(self) -> str | None:
        return Identity.tenant_of(self.identity_id) if self.identity_id else None

    def renew(self, organization_id: str | None, now: datetime) -> "tuple[Session, Token]":
        """The same session under another secret, in this organization. The old secret ends."""
        token = Token.new(self.user_id)
        self.replaced_at = now
        changed = {"id": token.session_id, "organization_id": organization_id, "replaced_at": None}
        new = self.model_copy(update={**changed, "issued_at": now, "seen_at": now, "etag": None})
        return new, token

    def is_live(self, now: datetime) -> bool:
        return not self.has_ended(now) and not self.is_spent(now)

    def has_ended(self, now: datetime) -> bool:
        """By itself: its time is up, or nobody has used it."""
        rested = not self.remember and now - self.seen_at >= IDLE
        return rested or now >= self.expires_at

    def is_spent(self, now: datetime) -> bool:
        """Its secret was replaced; whoever still shows it has copied it."""
        return self.replaced_at is not None and now - self.replaced_at >= GRACE

    def is_current(self, now: datetime) -> bool:
        return self.replaced_at is None and self.is_live(now)

    def is_unnoted(self, now: datetime) -> bool:
        """It is in use, and nobody has written so for a while."""
        return now - self.seen_at >= NOTED_EVERY
