"""Leave for Microsoft's sign-in page, to link an account there with the one that is signed in here."""

from shared.application.microsoft import MicrosoftSignIn
from shared.application.ports import Clock
from shared.application.services.departures import Leaving, leave
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission


class LinkMicrosoft(Command[Leaving]):
    access = Permission.MANAGE_SELF


@handles(LinkMicrosoft)
def link_microsoft(
    command: LinkMicrosoft,  # noqa: ARG001
    *,
    uow: UnitOfWork,
    actor: Actor,
    microsoft: MicrosoftSignIn,
    clock: Clock,
) -> Leaving:
    where = {"user_id": actor.id, "session_id": actor.session_id or ""}
    return leave("link", microsoft, uow, clock.now(), **where)
