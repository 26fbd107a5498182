"""Sessions of one person, several at a time."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from shared.application.unit_of_work import Repository, UnitOfWork
from shared.domain.errors import Conflict
from shared.domain.partitions import sessions_of
from shared.domain.session import Session

AT_ONCE = 50  # fit one commit beside what else it does; the rest ends by itself


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
