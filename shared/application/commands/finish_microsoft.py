"""Come back from Microsoft's sign-in page, with or without its blessing."""

from typing import NamedTuple

from pydantic import Field

from shared.application.microsoft import MicrosoftSignIn
from shared.application.ports import Clock
from shared.application.services.arrivals import Arrivals
from shared.application.services.departures import take_back
from shared.application.services.entrance import Entrance
from shared.application.services.refused_sign_in import note_refused_by_microsoft
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, Witness, handles
from shared.domain.access import Actor, Permission
from shared.domain.errors import DomainError
from shared.domain.session import Token

SIGN_IN, PROFILE = "/auth/signin", "/profile"
FAILED = "microsoft-failed"


class Arrival(NamedTuple):
    """Where the browser goes now, with a session or with the reason why there is none."""

    page: str
    token: Token | None = None
    remember: bool = False
    problem: str = ""

    @property
    def address(self) -> str:
        return f"{self.page}?problem={self.problem}" if self.problem else self.page


class FinishMicrosoft(Command[Arrival]):
    access = Permission.SIGN_IN

    secret: str = Field(repr=False)  # that this browser was given when it left
    answer: dict[str, str] = Field(repr=False)


@handles(FinishMicrosoft)
def finish_microsoft(
    command: FinishMicrosoft,
    *,
    uow: UnitOfWork,
    actor: Actor,
    microsoft: MicrosoftSignIn,
    entrance: Entrance,
    witness: Witness,
    clock: Clock,
) -> Arrival:
    """Whoever comes here is a browser on its way: it is shown a page whatever happens."""
    try:
        departure = take_back(command.secret, uow, clock.now())
    except DomainError as error:  # nobody comes back; so there is nobody to tell of
        return Arrival(SIGN_IN, problem=error.reason or FAILED)
    arrivals = Arrivals(uow, clock.now())
    try:
        account = microsoft.finish(departure.memory, command.answer)
        if departure.purpose == "link":
            arrivals.link(departure, account, actor)
            return Arrival(PROFILE)
        user, identity = arrivals.who(departure, account, actor)
        _, token = entrance.open(user, departure.remember, "microsoft", uow, actor, identity)
        return Arrival(departure.page, token, departure.remember)
    except DomainError as error:
        note_refused_by_microsoft(arrivals.user_id, actor, error, witness, uow)
        page = PROFILE if departure.purpose == "link" else SIGN_IN
        return Arrival(page, problem=error.reason or FAILED)
