"""A browser without a network: its requests reach the functions as the host would hand them over."""

import asyncio
import json
from http.cookies import SimpleCookie
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from starlette.types import Message as Event

from functions.support.streaming_http import Request, RouteParameters
from infra.local.host import routes
from tests.unit.functions.index import HTTP, HttpFunction

HOST = "imagini.example.org"
CSRF = {"x-imagini-csrf": "1"}
LOOP = asyncio.new_event_loop()  # one for all: its threads keep their connections to records
Thread(target=LOOP.run_forever, daemon=True).start()


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Browser:
    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, body: object = None, **headers: str) -> Answer:
        return self.ask("POST", path, body, CSRF | headers)

    def put(self, path: str, body: object = None, **headers: str) -> Answer:
        return self.ask("PUT", path, body, CSRF | headers)

    def ask(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """`body`: bytes as they are, anything else as JSON. A header's _ stands for its -."""
        target = urlsplit(path)
        function, parameters = self._route(method, target.path)
        sent = {"host": HOST} | {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "method": method,
            "path": f"/api{target.path}",
            "query_string": target.query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        }
        asked = _exchange(function, parameters, scope, _bytes(body))
        answer, cookies = asyncio.run_coroutine_threadsafe(asked, LOOP).result()
        for cookie in cookies:
            self._keep(cookie)
        return answer

    def _route(self, method: str, path: str) -> tuple[HttpFunction, dict[str, str]]:
        for function in HTTP:
            match = routes.pattern(function.route).fullmatch(path)
            if match and function.method == method:
                return function, routes.parameters(match)
        raise LookupError(f"no function answers {method} {path}")

    def _keep(self, set_cookie: str) -> None:
        for name, cookie in SimpleCookie(set_cookie).items():
            self.cookies[name] = cookie.value
            if cookie["max-age"] == "0":
                del self.cookies[name]


def _bytes(body: object) -> bytes:
    if isinstance(body, bytes):
        return body
    return b"" if body is None else json.dumps(body).encode()


async def _exchange(
    function: HttpFunction, parameters: dict[str, str], scope: dict[str, Any], body: bytes
) -> tuple[Answer, list[str]]:
    """The answer, and the cookies that it sets: the one header that may come more than once."""
    events: list[Event] = []

    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Event:
        if waiting:
            return waiting.pop()
        return await asyncio.Future[Event]()  # it stays until the answer is whole

    async def send(event: Event) -> None:
        events.append(event)

    request = Request(scope, receive)
    RouteParameters().sync_route_params(request, parameters)
    response = await function.run(request)
    await response(scope, receive, send)
    head, *rest = events
    headers = {name.decode(): value.decode() for name, value in head["headers"]}
    cookies = [value.decode() for name, value in head["headers"] if name == b"set-cookie"]
    return Answer(head["status"], headers, b"".join(event.get("body", b"") for event in rest)), cookies
