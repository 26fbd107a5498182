"""Where one is signed in, most recently used first."""

from shared.application.models.me import OpenSession
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session
from shared.domain.user import User


class ListSessions(Query[list[OpenSession]]):
    access = Permission.MANAGE_SELF


@handles(ListSessions)
def list_sessions(
    query: ListSessions,  # noqa: ARG001
    *,
    uow: UnitOfWork,
    actor: Actor,
    clock: Clock,
) -> list[OpenSession]:
    user = uow.of(User, USERS).get(actor.id)
    known = uow.of(Session, sessions_of(actor.id)).all()
    live = [s for s in known if s.is_current(clock.now()) and not user.has_ended(s.issued_at)]
    return [
        OpenSession(
            id=session.family,
            opened_at=session.opened_at,
            seen_at=session.seen_at,
            address=session.address,
            browser=session.browser,
            system=session.system,
            remember=session.remember,
            current=session.id == actor.session_id,
        )
        for session in sorted(live, key=lambda session: session.seen_at, reverse=True)
    ]
