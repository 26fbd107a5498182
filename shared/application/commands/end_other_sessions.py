"""Sign out everywhere else. This session goes on under another secret."""

from shared.application.ports import Clock
from shared.application.services.sessions import Renewed, go_on_alone
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.partitions import USERS
from shared.domain.user import User


class EndOtherSessions(Command[Renewed]):
    access = Permission.MANAGE_SELF


@handles(EndOtherSessions)
def end_other_sessions(
    command: EndOtherSessions,  # noqa: ARG001
    *,
    uow: UnitOfWork,
    actor: Actor,
    clock: Clock,
) -> Renewed:
    users, now = uow.of(User, USERS), clock.now()
    user = users.get(actor.id)
    user.end_sessions(now)
    users.save(user)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "session.end_others", user.id, now))
    uow.commit()  # from here on no session is valid; this one is renewed
    return go_on_alone(actor, now, uow)
