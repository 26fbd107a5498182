"""Signing in with Microsoft, and the accounts there that open one's account here."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.actors import session_cookie
from functions.support.departures import departure_cookie, departure_of, elsewhere, no_departure_cookie
from functions.support.reply import Reply
from functions.support.resource import Resource
from functions.support.streaming_http import Request, Response
from shared.domain.access import Permission

if TYPE_CHECKING:
    from shared.application.commands.begin_microsoft import BeginMicrosoft
    from shared.application.commands.join_with_microsoft import JoinWithMicrosoft
    from shared.application.commands.link_microsoft import LinkMicrosoft
    from shared.application.commands.unlink_identity import UnlinkIdentity
    from shared.application.models.identities import IdentityView, Onward
    from shared.application.queries.list_identities import ListIdentities
    from shared.core.mediator import Send

microsoft = Resource("microsoft")


@microsoft.get("auth/microsoft", status=HTTPStatus.FOUND)
def begin_microsoft(message: BeginMicrosoft, send: Send) -> Reply[Response]:
    """Go to Microsoft's sign-in page."""
    leaving = send(message)
    return elsewhere(leaving.address, departure_cookie(leaving))


@microsoft.get("auth/microsoft/callback", access=Permission.SIGN_IN, status=HTTPStatus.FOUND)
def finish_microsoft(request: Request, send: Send) -> Reply[Response]:
    """Come back from it: to the page that was wanted, or to one that says the problem."""
    from shared.application.commands.finish_microsoft import FinishMicrosoft

    arrival = send(FinishMicrosoft(secret=departure_of(request), answer=dict(request.query_params)))
    session = [session_cookie(arrival.token, arrival.remember)] if arrival.token else []
    return elsewhere(arrival.address, no_departure_cookie(), *session)


@microsoft.post("invitations/{token}/microsoft")
def join_with_microsoft(message: JoinWithMicrosoft, send: Send) -> Reply[Onward]:
    """Accept an invitation with a Microsoft account: where to go for that."""
    leaving = send(message)
    return Reply(leaving.onward, cookies=(departure_cookie(leaving),))


@microsoft.get("me/identities")
def list_identities(message: ListIdentities, send: Send) -> list[IdentityView]:
    """The Microsoft accounts that open my account."""
    return send(message)


@microsoft.post("me/identities/microsoft")
def link_microsoft(message: LinkMicrosoft, send: Send) -> Reply[Onward]:
    """Link a Microsoft account with mine: where to go for that."""
    leaving = send(message)
    return Reply(leaving.onward, cookies=(departure_cookie(leaving),))


@microsoft.delete("me/identities/{identity_id}")
def unlink_identity(message: UnlinkIdentity, send: Send) -> None:
    """Have a Microsoft account no longer open mine; not the only way in."""
    send(message)
