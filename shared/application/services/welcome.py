"""The end of an invitation, however it was accepted."""

from datetime import datetime

from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.invitation import Invitation
from shared.domain.partitions import USERS
from shared.domain.user import User


def welcome(invitation: Invitation, user: User, address: str, uow: UnitOfWork, now: datetime) -> None:
    """Commit. Of several who redeem one link at once, one gets in; to the others it is gone."""
    if not user.belongs_to(invitation.organization_id):
        user.join(invitation.organization_id, invitation.role)
    invitation.accept()
    uow.of(User, USERS).save(user)
    uow.of(Invitation, USERS).save(invitation)
    who = Actor(id=user.id, name=user.name, role=invitation.role, address=address)
    line = AuditLine.of(who, "invitation.accept", invitation.organization_id, now, invitation.id)
    uow.of(AuditLine, USERS).add(line)
    try:
        uow.commit()
    except Conflict:
        uow.of(Invitation, USERS).get(invitation.id).must_be_pending()
        raise
