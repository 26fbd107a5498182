"""End a session whose replaced secret is shown again: somebody has copied it, and nobody can tell who."""

from contextlib import suppress

from shared.application.ports import Clock
from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Stale
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token


class EndStolenSession(Command[None]):
    access = Permission.SIGN_IN

    token: Token


@handles(EndStolenSession)
def end_stolen_session(command: EndStolenSession, *, uow: UnitOfWork, actor: Actor, clock: Clock) -> None:
    """Nothing happens to any other token."""
    partition, now = sessions_of(command.token.user_id), clock.now()
    sessions = uow.of(Session, partition)
    shown = sessions.find(command.token.session_id)
    if shown is None or not shown.is_spent(now) or now >= shown.expires_at:
        return
    remove(sessions, lambda one: one.family == shown.family)
    line = AuditLine.of(actor, "session.end_stolen", shown.user_id, now, shown.family)
    uow.of(AuditLine, partition).add(line)
    with suppress(Stale):  # a request beside this one has ended it
        uow.commit()
