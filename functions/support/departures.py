"""A browser that leaves for Microsoft's sign-in page, and comes back.

What it must bring back is in a cookie of its own: SameSite=Lax, as the way back begins on a foreign site,
where no Strict cookie is sent.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.actors import LONGEST_COOKIE, cookie_name
from functions.support.reply import Reply
from functions.support.streaming_http import Request, Response

if TYPE_CHECKING:
    from shared.application.services.departures import Leaving

ATTRIBUTES = "Path=/; HttpOnly; SameSite=Lax"


def departure_of(request: Request) -> str:
    secret = request.cookies.get(_name(), "")
    return secret if len(secret) <= LONGEST_COOKIE else ""


def departure_cookie(leaving: Leaving) -> str:
    from shared.domain.departure import PATIENCE

    return f"{_name()}={leaving.secret}; {ATTRIBUTES}; Max-Age={int(PATIENCE.total_seconds())}{_secure()}"


def no_departure_cookie() -> str:
    return f"{_name()}=; {ATTRIBUTES}; Max-Age=0{_secure()}"


def elsewhere(address: str, *cookies: str) -> Reply[Response]:
    """Send the browser there; nobody learns from which address it came, for that may hold a code."""
    headers = {"Location": address, "Referrer-Policy": "no-referrer"}
    return Reply(Response(status_code=HTTPStatus.FOUND, headers=headers), cookies=cookies)


def _name() -> str:
    return f"{cookie_name()}-departure"


def _secure() -> str:
    return "; Secure" if cookie_name().startswith("__Host-") else ""
