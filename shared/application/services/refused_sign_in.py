"""Who was not let in. The same work whether the account exists, so that the time it takes says nothing."""

from datetime import datetime

from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Witness
from shared.domain import partitions
from shared.domain.access import Actor, Role
from shared.domain.audit import AuditLine, Disclosure
from shared.domain.errors import DomainError, Unavailable
from shared.domain.user import User

NOBODY = "unknown"  # what was typed may be a password


def note_refused_sign_in(user_id: str | None, actor: Actor, why: str, uow: UnitOfWork, now: datetime) -> None:
    """For the platform's administrators; the throttle sees to it that these are few."""
    who = who_tried(user_id, actor, uow)
    line = AuditLine.of(who, "session.open", who.id, now, why, outcome="denied")
    uow.of(AuditLine, partitions.accesses(None, now)).add(line)
    uow.commit()


def note_refused_by_microsoft(
    user_id: str, actor: Actor, refusal: DomainError, witness: Witness, uow: UnitOfWork
) -> None:
    """Once in a while for each network, and not for a flood: what counts guesses of passwords sees none here.

    That Microsoft did not answer is no refusal.
    """
    if not isinstance(refusal, Unavailable):
        witness.refused(who_tried(user_id, actor, uow), Disclosure("session.open"), refusal.reason)


def who_tried(user_id: str | None, actor: Actor, uow: UnitOfWork) -> Actor:
    user = uow.of(User, partitions.USERS).find(user_id or NOBODY)
    return Actor(
        id=user.id if user else NOBODY,
        name=user.name if user else "",
        role=Role.ANONYMOUS,
        address=actor.address,
    )
