"""Forget invitations that ended long ago; that they were sent and accepted is in the audit."""

from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.invitation import Invitation
from shared.domain.partitions import USERS

BATCH = 90  # in one commit; the next run takes the next


class ForgetInvitations(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(ForgetInvitations)
def forget_invitations(command: ForgetInvitations, *, uow: UnitOfWork, clock: Clock) -> int:  # noqa: ARG001
    """How many were forgotten."""
    invitations = uow.of(Invitation, USERS)
    oldest = invitations.all(order="expires_at", limit=BATCH)
    forgotten = [one for one in oldest if one.is_forgotten(clock.now())]
    for invitation in forgotten:
        invitations.remove(invitation)
    if forgotten:
        uow.commit()
    return len(forgotten)
