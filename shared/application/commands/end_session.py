"""End one of one's own sessions, wherever it is."""

from shared.application.ports import Clock
from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound
from shared.domain.partitions import sessions_of
from shared.domain.session import Session


class EndSession(Command[None]):
    access = Permission.MANAGE_SELF

    session_id: str


@handles(EndSession)
def end_session(command: EndSession, *, uow: UnitOfWork, actor: Actor, clock: Clock) -> None:
    sessions = uow.of(Session, sessions_of(actor.id))
    if not remove(sessions, lambda one: one.family == command.session_id):
        raise NotFound("There is no such session.")
    line = AuditLine.of(actor, "session.end", command.session_id, clock.now())
    uow.of(AuditLine, sessions_of(actor.id)).add(line)
    uow.commit()
