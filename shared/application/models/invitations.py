"""Invitations, as administrators and as the invited see them."""

from datetime import datetime
from typing import Literal, Self

from shared.domain.access import Role
from shared.domain.entity import Value
from shared.domain.invitation import Invitation


class InvitationView(Value):
    """For administrators: never with what opens it."""

    id: str
    email: str
    organization_id: str
    role: Role
    status: Literal["pending", "expired", "accepted", "revoked"]
    invited_by: str
    invited_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, invitation: Invitation, now: datetime) -> Self:
        expired = invitation.status == "pending" and invitation.is_expired(now)
        shown = invitation.model_dump(exclude={"secret_hash", "status"})
        return cls(**shown, status="expired" if expired else invitation.status)


class Offer(Value):
    """For the invited, who hold the link."""

    email: str
    role: Role
    organization_id: str
    organization_name: str
    language: Literal["en", "es"]
    invited_by: str
    expires_at: datetime
    has_account: bool  # then they sign in first


class Welcome(Value):
    """Who has joined what."""

    email: str
    organization_id: str
    role: Role
