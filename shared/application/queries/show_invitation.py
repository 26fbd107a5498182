"""Show the invited what they are invited to. Changes nothing: mail scanners follow links."""

from typing import Annotated

from pydantic import Field

from shared.application.models.invitations import Offer
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.invitation import Invitation, InvitationToken
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import Credential, User


class ShowInvitation(Query[Offer]):
    access = Permission.ACCEPT_INVITATION

    token: Annotated[str, Field(max_length=200)]


@handles(ShowInvitation)
def show_invitation(query: ShowInvitation, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> Offer:
    token = InvitationToken.parse(query.token)
    invitation = uow.of(Invitation, USERS).get(token.invitation_id)
    invitation.must_open(token, clock.now())
    looking = uow.of(User, USERS).find(actor.id)
    invited = looking if looking and looking.email == invitation.email else None
    organization = uow.of(Organization, ORGANIZATIONS).get(invitation.organization_id)
    return Offer(
        email=invitation.email,
        role=invitation.role,
        organization_id=organization.id,
        organization_name=organization.display_name,
        language=organization.language,
        invited_by=invitation.invited_by,
        expires_at=invitation.expires_at,
        has_account=uow.of(Credential, USERS).find(invitation.email) is not None,
        signed_in_as=looking and looking.email,
        is_member=bool(invited and invited.belongs_to(organization.id)),
    )
