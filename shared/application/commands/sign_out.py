"""End the session of this browser."""

from shared.application.ports import Clock
from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token


class SignOut(Command[None]):
    access = Permission.SIGN_IN

    token: Token


@handles(SignOut)
def sign_out(command: SignOut, *, uow: UnitOfWork, actor: Actor, clock: Clock) -> None:
    partition = sessions_of(command.token.user_id)
    sessions = uow.of(Session, partition)
    if session := sessions.find(command.token.session_id):
        remove(sessions, lambda one: one.family == session.family)
        if actor.id == command.token.user_id:  # else it has ended by itself before
            line = AuditLine.of(actor, "session.close", actor.id, clock.now())
            uow.of(AuditLine, partition).add(line)
        uow.commit()
