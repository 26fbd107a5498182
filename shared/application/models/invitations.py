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
    organization_name: str
    role: Role
    status: Literal["pending", "undelivered", "expired", "accepted", "revoked"]
    invited_by: str
    invited_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, invitation: Invitation, now: datetime, organization_name: str) -> Self:
        shown = invitation.model_dump(include=set(cls.model_fields) - {"status"})
        return cls(**shown, status=_status(invitation, now), organization_name=organization_name)


class InvitationPage(Value):
    items: list[InvitationView]
    total: int  # of all pages


def _status(
    invitation: Invitation, now: datetime
) -> Literal["pending", "undelivered", "expired", "accepted", "revoked"]:
    if invitation.status != "pending":
        return invitation.status
    if invitation.is_expired(now):
        return "expired"
    return "undelivered" if invitation.undelivered else "pending"


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
    signed_in_as: str | None  # the address of whoever looks, where somebody is signed in
    is_member: bool  # whoever looks is the invited, and belongs there already


class Welcome(Value):
    """Who has joined what."""

    email: str
    organization_id: str
    role: Role
