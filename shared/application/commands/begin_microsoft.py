"""Leave for Microsoft's sign-in page."""

from typing import Annotated

from pydantic import AfterValidator, Field

from shared.application.microsoft import MicrosoftSignIn
from shared.application.ports import Clock
from shared.application.services.departures import Leaving, leave
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.errors import Conflict, Unavailable


def _on_this_site(page: str) -> str:
    """Browsers read \\ as /, and overlook control characters."""
    strange = not page.startswith("/") or page.startswith("//") or "\\" in page or not page.isprintable()
    return "/" if strange else page


class BeginMicrosoft(Command[Leaving]):
    access = Permission.SIGN_IN

    remember: bool = False
    next: Annotated[str, Field(max_length=2000), AfterValidator(_on_this_site)] = "/"


@handles(BeginMicrosoft)
def begin_microsoft(
    command: BeginMicrosoft, *, uow: UnitOfWork, microsoft: MicrosoftSignIn, clock: Clock
) -> Leaving:
    """A browser that follows a link is shown a page whatever happens."""
    remember, page = command.remember, command.next
    try:
        return leave("sign_in", microsoft, uow, clock.now(), remember=remember, page=page)
    except (Conflict, Unavailable):
        return Leaving("/auth/signin?problem=microsoft-unavailable", "")
