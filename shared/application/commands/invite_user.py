"""Invite somebody to an organization, by mail."""

from typing import Literal

from shared.application.models.invitations import InvitationView
from shared.application.ports import Clock, Condition
from shared.application.services.invitations import mail_link, viewed
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, RuleBroken
from shared.domain.invitation import Invitation
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS, USERS
from shared.domain.user import User
from shared.domain.values import Email


class InviteUser(Command[InvitationView]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName
    email: Email
    role: Literal[Role.MEMBER, Role.ORG_ADMIN] = Role.MEMBER  # nobody is invited to run the platform


@handles(InviteUser)
def invite_user(command: InviteUser, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> InvitationView:
    if uow.of(Organization, ORGANIZATIONS).get(command.organization_id).is_suspended:
        raise RuleBroken("This organization is suspended: nobody can be invited to it.", "suspended")
    _must_be_new(command, uow)
    invitation, token = Invitation.write(
        command.email, command.organization_id, command.role, actor.public_name, clock.now()
    )
    mail_link(invitation, token, uow)
    detail = f"{invitation.id} {command.role}"
    line = AuditLine.of(actor, "invitation.send", command.organization_id, clock.now(), detail)
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
    return viewed(invitation, clock.now(), uow)


def _must_be_new(command: InviteUser, uow: UnitOfWork) -> None:
    """Raise Conflict for who works there, or has been invited."""
    known = next(uow.of(User, USERS).all(Condition("email", "is", command.email), limit=1), None)
    if known and known.belongs_to(command.organization_id):
        raise Conflict("This person belongs to the organization already.", "already-member")
    same = (
        Condition("email", "is", command.email),
        Condition("organization_id", "is", command.organization_id),
        Condition("status", "is", "pending"),
    )
    if uow.of(Invitation, USERS).count(*same):
        raise Conflict(
            "This person has been invited already. You can send the invitation again.", "already-invited"
        )
