"""The host's own addresses, as far as they help on a desk.

GET /admin/host/status, GET /admin/functions, GET and POST /admin/functions/NAME; the last runs a queue or
timer function, with `{"input": "…"}` as its message. Azure wants the master key for these; here only a
program on this machine may ask: the Host header must name the loopback and a body must be declared as JSON,
which no page of another site can send without asking first.
"""

import asyncio
import re
import uuid
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from infra.local.host.functions import Function
from infra.local.host.messages import typed
from infra.local.host.reply import reply, reply_json
from infra.local.host.request import header
from infra.local.host.timer import Timer
from infra.local.host.worker import Worker

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")


class Admin:
    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._running: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope["path"]).lower().rstrip("/")
        function = next(
            (one for one in self._worker.functions if path == f"/admin/functions/{one.name.lower()}"), None
        )
        if not LOOPBACK.fullmatch(header(scope, b"host")):
            await reply(send, 403, "Only for this machine.")
        elif path == "/admin/host/status":
            await reply_json(send, 200, {"state": "Running", "functions": self._tallies()})
        elif path == "/admin/functions":
            await reply_json(send, 200, [describe(one) for one in self._worker.functions])
        elif function is None:
            await reply(send, 404)
        elif scope["method"] == "POST":
            await self._run(function, Request(scope, receive), send)
        else:
            await reply_json(send, 200, describe(function))

    def _tallies(self) -> dict[str, dict[str, float]]:
        return {function.name: vars(function.tally) for function in self._worker.functions}

    async def _run(self, function: Function, request: Request, send: Send) -> None:
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return await reply(send, 415, 'Send JSON: {"input": "…"}.')
        try:
            given = (await request.json())["input"]
        except (ValueError, KeyError, TypeError):
            return await reply(send, 400, 'Send JSON: {"input": "…"}.')
        if function.kind == "httpTrigger":
            return await reply(send, 404, f"{function.name} answers HTTP: call its route.")
        task = asyncio.create_task(self._started(function, str(given)))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await reply(send, 202)

    def _started(self, function: Function, text: str) -> Coroutine[Any, Any, bool]:
        if function.kind == "timerTrigger":
            return Timer(function, self._worker).fire(datetime.now(UTC))
        metadata = {"QueueTrigger": text, "Id": str(uuid.uuid4()), "DequeueCount": 1}
        return self._worker.invoke(function, typed(text), metadata)


def describe(function: Function) -> dict[str, Any]:
    return {"name": function.name, "config": {"bindings": function.bindings}}
