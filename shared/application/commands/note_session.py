"""Write down that a session is in use, so that it does not end for want of use."""

from contextlib import suppress

from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.errors import Stale
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token


class NoteSession(Command[None]):
    access = Permission.MANAGE_SELF

    token: Token


@handles(NoteSession)
def note_session(command: NoteSession, *, uow: UnitOfWork, clock: Clock) -> None:
    sessions = uow.of(Session, sessions_of(command.token.user_id))
    session = sessions.find(command.token.session_id)
    if session is None or not session.is_unnoted(clock.now()):
        return
    session.seen_at = clock.now()
    sessions.save(session)
    with suppress(Stale):  # a request beside this one has written the same, or the session has ended
        uow.commit()
