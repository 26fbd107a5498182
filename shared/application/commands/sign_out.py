"""End the session of this browser."""

from shared.application.services.sessions import remove
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token


class SignOut(Command[None]):
    access = Permission.SIGN_IN

    token: Token


@handles(SignOut)
def sign_out(command: SignOut, *, uow: UnitOfWork) -> None:
    sessions = uow.of(Session, sessions_of(command.token.user_id))
    if session := sessions.find(command.token.session_id):
        remove(sessions, lambda one: one.family == session.family)
        uow.commit()
