"""Who is calling, from where and in which browser; and the proof that a page of ours sent the request."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from functions.support.application import mediator, settings
from functions.support.problems import HttpProblem
from functions.support.streaming_http import Request
from shared.domain.access import ANONYMOUS, Actor, Role

if TYPE_CHECKING:
    from shared.domain.session import Token

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_COOKIE = 256  # characters; ours has 76, and what it names becomes the name of a partition


def cookie_name() -> str:
    """`__Host-` wants https; browsers and tools do not send a Secure cookie to plain http."""
    return "imagini" if settings().local else "__Host-imagini"


def actor_of(request: Request) -> Actor:
    """A partner's system by its token, and then whatever cookies say counts for nothing."""
    if bearer := bearer_of(request):
        return replace(_system(bearer), address=address_of(request))
    token = token_of(request)
    actor = _resolve(token) if token else ANONYMOUS
    return replace(
        actor,
        address=address_of(request),
        device=request.cookies.get(f"{cookie_name()}-device", ""),
        user_agent=request.headers.get("user-agent", ""),
    )


def bearer_of(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _system(bearer: str) -> Actor:
    from shared.application.queries.resolve_access_token import ResolveAccessToken

    return mediator().send(ResolveAccessToken(bearer=bearer), ANONYMOUS)


def _resolve(token: Token) -> Actor:
    from shared.application.commands.end_stolen_session import EndStolenSession
    from shared.application.commands.note_session import NoteSession
    from shared.application.queries.resolve_session import ResolveSession

    actor = mediator().send(ResolveSession(token=token), ANONYMOUS)
    if actor.role is Role.ANONYMOUS:
        mediator().send(EndStolenSession(token=token), ANONYMOUS)
    elif actor.unnoted:
        mediator().send(NoteSession(token=token), actor)
    return actor


def address_of(request: Request) -> str:
    """The caller's IP address, as the outermost proxy of ours saw it; all before that is hearsay."""
    heard = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",")]
    proxies = settings().proxies
    if len(heard) >= proxies and heard[-proxies]:
        return _without_port(heard[-proxies])
    return request.client.host if request.client else ""


def token_of(request: Request) -> Token | None:
    from shared.domain.session import Token

    cookie = request.cookies.get(cookie_name())
    return Token.parse(cookie) if cookie and len(cookie) <= LONGEST_COOKIE else None


def session_cookie(token: Token, remember: bool) -> str:
    from shared.domain.session import REMEMBERED

    age = f"; Max-Age={int(REMEMBERED.total_seconds())}" if remember else ""
    return f"{cookie_name()}={token}; Path=/; HttpOnly; SameSite=Strict{age}{_secure()}"


def no_session_cookie() -> str:
    return f"{cookie_name()}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0{_secure()}"


def device_cookie(secret: str) -> str:
    """By which this browser is recognized; it opens nothing."""
    from shared.domain.device import REMEMBERED_FOR

    age = int(REMEMBERED_FOR.total_seconds())
    return f"{cookie_name()}-device={secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age={age}{_secure()}"


def refuse_forgery(request: Request) -> None:
    """A foreign page can neither set these headers nor hide its origin."""
    if request.method in SAFE or bearer_of(request):
        return
    if request.headers.get("x-imagini-csrf") != "1":
        raise HttpProblem(HTTPStatus.FORBIDDEN, "The header X-Imagini-Csrf: 1 is missing.")
    origin = request.headers.get("origin")
    hosts = {request.headers.get("host"), request.headers.get("x-forwarded-host")}
    if origin and urlsplit(origin).netloc not in hosts:
        raise HttpProblem(HTTPStatus.FORBIDDEN, "This request comes from a page that is not ours.")


def _without_port(address: str) -> str:
    """Azure writes 203.0.113.7:51234 and [2001:db8::7]:51234."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def _secure() -> str:
    return "" if settings().local else "; Secure"
