"""Sessions of one person, several at a time."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from shared.application.unit_of_work import Repository, UnitOfWork
from shared.domain.access import Actor
from shared.domain.errors import Conflict
from shared.domain.partitions import sessions_of
from shared.domain.session import Session, Token

AT_ONCE = 50  # fit one commit beside what else it does; the rest ends by itself


class Renewed(NamedTuple):
    """The new secret of a session, and whether its browser keeps it."""

    token: Token
    remember: bool


def remove(sessions: Repository[Session], which: Callable[[Session], bool]) -> int:
    """How many were removed, once it is committed."""
    chosen = [session for session in sessions.all() if which(session)][:AT_ONCE]
    for session in chosen:
        sessions.remove(session)
    return len(chosen)


def sweep(user_id: str, uow: UnitOfWork, now: datetime) -> None:
    """Forget the sessions that have ended by themselves; replaced secrets stay, to know a thief by."""
    if remove(uow.of(Session, sessions_of(user_id)), lambda session: session.has_ended(now)):
        with suppress(Conflict):  # a sign-in beside this one sweeps as well
            uow.commit()


def go_on_alone(actor: Actor, now: datetime, uow: UnitOfWork) -> Renewed:
    """After all of a person's sessions were ended: this one goes on, under another secret."""
    sessions = uow.of(Session, sessions_of(actor.id))
    old = sessions.get(actor.session_id or "none")
    new, token = old.renew(old.organization_id, now)
    sessions.add(new)
    uow.commit()
    if remove(uow.of(Session, sessions_of(actor.id)), lambda one: one.id != new.id):
        with suppress(Conflict):  # whatever is not removed here is invalid all the same
            uow.commit()
    return Renewed(token, new.remember)
