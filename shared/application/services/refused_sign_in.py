"""Who was not let in. The same work whether the account exists, so that the time it takes says nothing."""

from datetime import datetime

from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor, Role
from shared.domain.audit import AuditLine
from shared.domain.user import User

NOBODY = "unknown"  # what was typed may be a password


def note_refused_sign_in(user_id: str | None, actor: Actor, why: str, uow: UnitOfWork, now: datetime) -> None:
    """For the platform's administrators; the throttle sees to it that these are few."""
    user = uow.of(User, partitions.USERS).find(user_id or NOBODY)
    who = Actor(
        id=user.id if user else NOBODY,
        name=user.name if user else "",
        role=Role.ANONYMOUS,
        address=actor.address,
    )
    line = AuditLine.of(who, "session.open", who.id, now, why, outcome="denied")
    uow.of(AuditLine, partitions.accesses(None, now)).add(line)
    uow.commit()
