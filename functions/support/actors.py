"""Who is calling: the session cookie, and the proof that a page of ours sent the request."""

from http import HTTPStatus
from urllib.parse import urlsplit

from functions.support.problems import HttpProblem
from functions.support.streaming_http import Request
from shared.application.queries.resolve_session import ResolveSession
from shared.composition import mediator, settings
from shared.domain.access import ANONYMOUS, Actor
from shared.domain.session import REMEMBERED, Token

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_COOKIE = 256  # characters; ours has 76, and what it names becomes the name of a partition


def cookie_name() -> str:
    """`__Host-` wants https; browsers and tools do not send a Secure cookie to plain http."""
    return "imagini" if settings().local else "__Host-imagini"


def actor_of(request: Request) -> Actor:
    token = token_of(request)
    return mediator().send(ResolveSession(token=token), ANONYMOUS) if token else ANONYMOUS


def token_of(request: Request) -> Token | None:
    cookie = request.cookies.get(cookie_name())
    return Token.parse(cookie) if cookie and len(cookie) <= LONGEST_COOKIE else None


def session_cookie(token: Token, remember: bool) -> str:
    age = f"; Max-Age={int(REMEMBERED.total_seconds())}" if remember else ""
    return f"{cookie_name()}={token}; Path=/; HttpOnly; SameSite=Strict{age}{_secure()}"


def no_session_cookie() -> str:
    return f"{cookie_name()}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0{_secure()}"


def refuse_forgery(request: Request) -> None:
    """A foreign page can neither set this header nor hide its origin."""
    if request.method in SAFE:
        return
    if request.headers.get("x-imagini-csrf") != "1":
        raise HttpProblem(HTTPStatus.FORBIDDEN, "The header X-Imagini-Csrf: 1 is missing.")
    origin = request.headers.get("origin")
    hosts = {request.headers.get("host"), request.headers.get("x-forwarded-host")}
    if origin and urlsplit(origin).netloc not in hosts:
        raise HttpProblem(HTTPStatus.FORBIDDEN, "This request comes from a page that is not ours.")


def _secure() -> str:
    return "" if settings().local else "; Secure"
