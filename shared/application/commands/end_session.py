"""End one of one's own sessions, wherever it is."""

from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import NotFound
from shared.domain.partitions import sessions_of
from shared.domain.session import Session


class EndSession(Command[None]):
    access = Permission.MANAGE_SELF

    session_id: str


@handles(EndSession)
def end_session(command: EndSession, *, uow: UnitOfWork, actor: Actor) -> None:
    sessions = uow.of(Session, sessions_of(actor.id))
    if not remove(sessions, lambda one: one.family == command.session_id):
        raise NotFound("There is no such session.")
    uow.commit()
