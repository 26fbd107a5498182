"""Invitations: sent by administrators, accepted by whoever holds the link."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.accept_invitation import AcceptInvitation
    from shared.application.commands.invite_user import InviteUser
    from shared.application.commands.resend_invitation import ResendInvitation
    from shared.application.commands.revoke_invitation import RevokeInvitation
    from shared.application.models.invitations import InvitationPage, InvitationView, Offer, Welcome
    from shared.application.queries.list_invitations import ListInvitations
    from shared.application.queries.show_invitation import ShowInvitation
    from shared.core.mediator import Send

invitations = Resource("invitations")


@invitations.get("invitations")
def list_invitations(message: ListInvitations, send: Send) -> InvitationPage:
    """Invitations that wait for an answer, searched, filtered, sorted and page by page."""
    return send(message)


@invitations.post("organizations/{organization_id}/invitations", status=HTTPStatus.CREATED)
def invite_user(message: InviteUser, send: Send) -> InvitationView:
    """Invite somebody to an organization, by mail."""
    return send(message)


@invitations.post("organizations/{organization_id}/invitations/{invitation_id}/renewal")
def resend_invitation(message: ResendInvitation, send: Send) -> InvitationView:
    """Send an invitation again, with a new link."""
    return send(message)


@invitations.delete("organizations/{organization_id}/invitations/{invitation_id}")
def revoke_invitation(message: RevokeInvitation, send: Send) -> None:
    """Withdraw an invitation that nobody has accepted yet."""
    return send(message)


@invitations.get("invitations/{token}")
def show_invitation(message: ShowInvitation, send: Send) -> Offer:
    """What one is invited to; looking accepts nothing."""
    return send(message)


@invitations.post("invitations/{token}/acceptance")
def accept_invitation(message: AcceptInvitation, send: Send) -> Welcome:
    """Join, with a new account or with the one that is signed in."""
    return send(message)
