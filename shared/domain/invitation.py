"""An invitation to work in an organization: bound to an address, an organization and a role; opens once."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import ClassVar, Literal, NamedTuple, Self

from shared.domain.access import Role
from shared.domain.entity import Body, Entity, Upgrade, new_id
from shared.domain.errors import Gone
from shared.domain.values import Email

LIFETIME = timedelta(days=7)
MEMORY = timedelta(days=30)  # after its end; until then its link says what became of it
GONE = {
    "accepted": "This invitation has been accepted already. Please sign in.",
    "revoked": "This invitation has been withdrawn.",
}


class InvitationToken(NamedTuple):
    """What the link carries: which invitation, and 256 random bits of which only the hash is kept."""

    invitation_id: str
    secret: str

    @classmethod
    def parse(cls, text: str) -> Self:
        invitation_id, _, secret = text.partition("~")
        return cls(invitation_id, secret)

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def __str__(self) -> str:
        return f"{self.invitation_id}~{self.secret}"


def _mails_are_followed(body: Body) -> Body:
    """Of those that were sent before, nothing is heard."""
    return body


class Invitation(Entity):
    kind: ClassVar[str] = "invitation"
    searchable: ClassVar[frozenset[str]] = frozenset(
        {"organization_id", "email", "role", "status", "invited_at", "expires_at"}
    )
    upgrades: ClassVar[tuple[Upgrade, ...]] = (_mails_are_followed,)

    email: Email
    organization_id: str
    role: Literal[Role.MEMBER, Role.ORG_ADMIN]
    invited_by: str
    invited_at: datetime
    expires_at: datetime
    secret_hash: str
    status: Literal["pending", "accepted", "revoked"] = "pending"
    mail_id: str = ""  # the mail that carries the link
    undelivered: bool = False  # that mail could not be sent

    @classmethod
    def write(
        cls,
        email: str,
        organization_id: str,
        role: Literal[Role.MEMBER, Role.ORG_ADMIN],
        invited_by: str,
        now: datetime,
    ) -> tuple[Self, InvitationToken]:
        token = InvitationToken(new_id(), secrets.token_urlsafe(32))
        invitation = cls(
            id=token.invitation_id,
            email=email,
            organization_id=organization_id,
            role=role,
            invited_by=invited_by,
            invited_at=now,
            expires_at=now + LIFETIME,
            secret_hash=token.hash,
        )
        return invitation, token

    def renew(self, now: datetime) -> InvitationToken:
        """A new link, for seven more days; the old one opens nothing any more."""
        self.must_be_pending()
        token = InvitationToken(self.id, secrets.token_urlsafe(32))
        self.secret_hash, self.expires_at = token.hash, now + LIFETIME
        return token

    def mailed(self, mail_id: str) -> None:
        self.mail_id, self.undelivered = mail_id, False

    def mail_failed(self, mail_id: str) -> None:
        """One that a newer mail has replaced is no loss."""
        self.undelivered = self.undelivered or mail_id == self.mail_id

    def accept(self) -> None:
        self.must_be_pending()
        self.status = "accepted"

    def revoke(self) -> None:
        self.must_be_pending()
        self.status = "revoked"

    def is_expired(self, now: datetime) -> bool:
        return now >= self.expires_at

    def is_forgotten(self, now: datetime) -> bool:
        return now >= self.expires_at + MEMORY

    def must_open(self, token: InvitationToken, now: datetime) -> None:
        """Raise Gone unless this token opens this invitation now."""
        self.must_be_pending()
        if not hmac.compare_digest(self.secret_hash, token.hash):
            raise Gone(
                "This link does not work. A newer one may have been sent to you.", "invitation-renewed"
            )
        if self.is_expired(now):
            raise Gone("This invitation has expired. Please ask for a new one.", "invitation-expired")

    def must_be_pending(self) -> None:
        if self.status != "pending":
            raise Gone(GONE[self.status], f"invitation-{self.status}")
