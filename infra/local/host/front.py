"""The HTTP front: functions below the route prefix, the host's own addresses, and the static site."""

import asyncio
import logging
import os
import re
import uuid
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from starlette.types import ASGIApp, Receive, Scope, Send

from infra.local.host import routes
from infra.local.host.functions import HttpFunction
from infra.local.host.host_json import HttpOptions
from infra.local.host.messages import http
from infra.local.host.reply import reply
from infra.local.host.request import BODY_LIMIT, header, limited, stepping_back
from infra.local.host.worker import Worker

INVOCATION = b"x-ms-invocation-id"
ADMIN = re.compile(
    r"/admin/(host|functions)(/|$)", re.IGNORECASE
)  # the portal has pages of its own below /admin

log = logging.getLogger(__name__)


class Front:
    """An ASGI application. `wake` is called when a function has ended that may have filled a queue."""

    def __init__(
        self, worker: Worker, options: HttpOptions, admin: ASGIApp, site: ASGIApp, wake: Callable[[], None]
    ) -> None:
        self._worker, self._options, self._admin, self._site, self._wake = worker, options, admin, site, wake
        self._functions = [
            HttpFunction(function, options.route_prefix)
            for function in worker.functions
            if function.kind == "httpTrigger"
        ]
        self._prefix = f"/{options.route_prefix.strip('/')}/".replace("//", "/").lower()
        self._outstanding = 0
        self._gate: AbstractAsyncContextManager[None] = nullcontext()
        if options.max_concurrent_requests > 0:
            self._gate = asyncio.Semaphore(options.max_concurrent_requests)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["raw_path"].decode("latin-1")
        if stepping_back(path):
            return await reply(send, 400, "The address steps back with “..”.")
        if ADMIN.match(path):
            return await self._admin(scope, receive, send)
        if path.lower().startswith(self._prefix) and (
            self._prefix != "/" or self._find(scope["method"], path)
        ):
            return await self._function(path, scope, receive, send)
        return await self._site(scope, receive, send)

    def _find(self, method: str, path: str) -> tuple[HttpFunction, dict[str, str]] | None:
        """The first function, by name, whose route and methods fit."""
        for function in self._functions:
            if match := function.matches(method, path):
                return function, routes.parameters(match)
        return None

    async def _function(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        found = self._find(scope["method"], path)
        if found is None:
            return await reply(send, 404)
        if int(header(scope, b"content-length") or 0) > BODY_LIMIT:
            return await reply(send, 413, f"A request may carry at most {BODY_LIMIT} bytes.")
        if 0 < self._options.max_outstanding_requests <= self._outstanding:
            return await reply(send, 429, "Too many requests at once.")
        self._outstanding += 1
        try:
            async with self._gate:
                await self._exchange(*found, scope, limited(scope, receive), send)
        finally:
            self._outstanding -= 1
        return None

    async def _exchange(
        self, function: HttpFunction, parameters: dict[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Tell the worker of the invocation; beside it, hand the request itself to its web application."""
        invocation = str(uuid.UUID(bytes=os.urandom(16), version=4))
        headers = [pair for pair in scope["headers"] if pair[0] != INVOCATION]
        told = asyncio.create_task(
            self._worker.invoke(
                function.function,
                http(parameters),
                invocation=invocation,
                trace_parent=header(scope, b"traceparent"),
            )
        )
        web = self._worker.web
        assert web is not None, "checks refuse an app whose HTTP functions do not stream"  # noqa: S101
        await web({**scope, "headers": [*headers, (INVOCATION, invocation.encode())]}, receive, send)
        await told
        if scope["method"] not in ("GET", "HEAD"):
            self._wake()
