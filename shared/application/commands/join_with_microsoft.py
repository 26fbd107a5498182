"""Leave for Microsoft's sign-in page, to accept an invitation with an account there."""

from typing import Annotated

from pydantic import Field

from shared.application.microsoft import MicrosoftSignIn
from shared.application.ports import Clock
from shared.application.services.departures import Leaving, leave
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.invitation import Invitation, InvitationToken
from shared.domain.partitions import USERS


class JoinWithMicrosoft(Command[Leaving]):
    access = Permission.ACCEPT_INVITATION

    token: Annotated[str, Field(max_length=200)]


@handles(JoinWithMicrosoft)
def join_with_microsoft(
    command: JoinWithMicrosoft, *, uow: UnitOfWork, microsoft: MicrosoftSignIn, clock: Clock
) -> Leaving:
    """What the link proves is noted by the hash of its secret; the secret itself is kept nowhere."""
    token = InvitationToken.parse(command.token)
    invitation = uow.of(Invitation, USERS).get(token.invitation_id)
    invitation.must_open(token, clock.now())
    which = {"invitation_id": invitation.id, "invitation_hash": token.hash}
    return leave("join", microsoft, uow, clock.now(), **which)
