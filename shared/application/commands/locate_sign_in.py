"""Note roughly where somebody has signed in, and tell them where that is unusual."""

from dataclasses import replace
from typing import ClassVar

from shared.application.locations import Location, Locations
from shared.application.ports import Clock
from shared.application.services.post import post
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Task, handles
from shared.domain.access import Permission
from shared.domain.audit import AuditLine
from shared.domain.mail import Mail
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session
from shared.domain.user import User
from shared.domain.whereabouts import Whereabouts


class LocateSignIn(Task):
    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "sign-in"

    user_id: str
    session_id: str


@handles(LocateSignIn)
def locate_sign_in(task: LocateSignIn, *, uow: UnitOfWork, locations: Locations, clock: Clock) -> None:
    """After the sign-in, which waits for nobody: so the audit has a line of its own for the place."""
    session = uow.of(Session, sessions_of(task.user_id)).find(task.session_id)
    user = uow.of(User, USERS).find(task.user_id)
    location = locations.locate(session.address) if session else None
    if not (session and user and location):
        return
    known = uow.of(Whereabouts, USERS)
    whereabouts = known.find(user.id) or Whereabouts(id=user.id)
    found = whereabouts.arrive(location.country, session.opened_at)
    if found == "noted already":
        return
    known.save(whereabouts)
    who = replace(user.acting_in(session.organization_id), address=session.address)
    line = AuditLine.of(who, "session.locate", user.id, clock.now(), found, location=str(location))
    uow.of(AuditLine, USERS).add(line)
    if found == "unusual":
        post(_notice(user, session, location), uow)
    uow.commit()


def _notice(user: User, session: Session, location: Location) -> Mail:
    values = {
        "name": user.first_name,
        "place": str(location),
        "when": f"{session.opened_at:%Y-%m-%d %H:%M} UTC",
    }
    return Mail(to=user.email, template="unusual_location", language=user.language, values=values)
