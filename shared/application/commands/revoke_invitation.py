"""Withdraw an invitation that nobody has accepted yet."""

from shared.application.ports import Clock
from shared.application.services.invitations import invitation_to
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.invitation import Invitation
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS


class RevokeInvitation(Command[None]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName
    invitation_id: str


@handles(RevokeInvitation)
def revoke_invitation(command: RevokeInvitation, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    invitation = invitation_to(command.organization_id, command.invitation_id, uow)
    invitation.revoke()
    uow.of(Invitation, USERS).save(invitation)
    line = AuditLine.of(actor, "invitation.revoke", command.organization_id, clock.now(), invitation.id)
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
