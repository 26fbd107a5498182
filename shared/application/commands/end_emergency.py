"""End one's emergency access before its time."""

from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.emergency import EmergencyAccess
from shared.domain.partitions import USERS


class EndEmergency(Command[None]):
    access = Permission.OPEN_EMERGENCY


@handles(EndEmergency)
def end_emergency(command: EndEmergency, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:  # noqa: ARG001
    """Nothing happens where it has ended already."""
    if not actor.emergency:
        return
    accesses = uow.of(EmergencyAccess, USERS)
    access = accesses.get(actor.id)
    access.end(clock.now())
    accesses.save(access)
    line = AuditLine.of(actor, "emergency.end", access.organization_id, clock.now())
    uow.of(AuditLine, USERS).add(line)
    uow.commit()
