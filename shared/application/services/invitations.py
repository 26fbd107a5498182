"""What the use cases about invitations share."""

from datetime import datetime

from shared.application.models.invitations import InvitationView
from shared.application.services.organization_names import OrganizationNames
from shared.application.services.post import post
from shared.application.unit_of_work import UnitOfWork
from shared.domain.errors import NotFound
from shared.domain.invitation import Invitation, InvitationToken
from shared.domain.mail import Mail
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS


def invitation_to(organization_id: str, invitation_id: str, uow: UnitOfWork) -> Invitation:
    """Raises NotFound also for another organization's."""
    invitation = uow.of(Invitation, USERS).get(invitation_id)
    if invitation.organization_id != organization_id:
        raise NotFound("There is no such invitation.")
    return invitation


def mail_link(invitation: Invitation, token: InvitationToken, uow: UnitOfWork) -> None:
    """In the language of the organization; it leaves with the commit, and so is the invitation kept."""
    organization = uow.of(Organization, ORGANIZATIONS).get(invitation.organization_id)
    values = {
        "invited_by": invitation.invited_by,
        "organization": organization.display_name,
        "token": str(token),
    }
    mail = Mail(
        to=invitation.email,
        template="invitation",
        language=organization.language,
        values=values,
        invitation_id=invitation.id,
    )
    invitation.mailed(mail.id)
    uow.of(Invitation, USERS).save(invitation)
    post(mail, uow)


def viewed(invitation: Invitation, now: datetime, uow: UnitOfWork) -> InvitationView:
    """As administrators see it."""
    return InvitationView.of(invitation, now, OrganizationNames(uow).of(invitation.organization_id))
