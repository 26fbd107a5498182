"""Send an invitation again, with a new link; the old one stops working."""

from shared.application.models.invitations import InvitationView
from shared.application.ports import Clock
from shared.application.services.invitations import invitation_to, mail_link, viewed
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS


class ResendInvitation(Command[InvitationView]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName
    invitation_id: str


@handles(ResendInvitation)
def resend_invitation(
    command: ResendInvitation, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> InvitationView:
    invitation = invitation_to(command.organization_id, command.invitation_id, uow)
    token = invitation.renew(clock.now())
    mail_link(invitation, token, uow)
    line = AuditLine.of(actor, "invitation.resend", command.organization_id, clock.now(), invitation.id)
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
    return viewed(invitation, clock.now(), uow)
