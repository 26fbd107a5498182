"""Puts the host together: worker, HTTP, queues and timers of one app, until it is told to stop."""

import asyncio
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Coroutine, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import uvicorn
from azure.storage.queue.aio import QueueServiceClient

from infra.local.host import settings
from infra.local.host.admin import Admin
from infra.local.host.checks import faults
from infra.local.host.front import Front
from infra.local.host.functions import Function
from infra.local.host.host_json import HostJson, Refused
from infra.local.host.mail_page import MailPage
from infra.local.host.messages import typed
from infra.local.host.queue_listener import QueueListener
from infra.local.host.site import Site
from infra.local.host.sockets import listening
from infra.local.host.timer import Timer
from infra.local.host.worker import Worker

DRAIN = 1  # seconds for open requests and running messages when stopping
GRACE = 2.4  # seconds until the process goes, whatever still runs

log = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: the host stops it."""

    def __init__(self, config: uvicorn.Config, url: str) -> None:
        super().__init__(config)
        self._url = url

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(f"ready {self._url}", flush=True)


class Host:
    def __init__(self, app: Path, port: int) -> None:
        self._app = app.resolve()
        self._options = HostJson.read(self._app)
        self._worker = Worker(self._app, self._options.function_timeout)
        self._sockets = listening(port)
        self._services: dict[str, QueueServiceClient] = {}
        self._listeners: list[QueueListener] = []

    @property
    def url(self) -> str:
        return f"http://localhost:{self._sockets[0].getsockname()[1]}"

    async def run(self) -> None:
        """Serve until SIGINT or SIGTERM. Refused when the app would not start on Azure."""
        await self._worker.start()
        prefix = self._options.extensions.http.route_prefix
        if found := faults(self._worker.functions, prefix, streaming=self._worker.web is not None):
            raise Refused("The Functions host would refuse or misroute this app:\n  " + "\n  ".join(found))
        server = self._server()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop, server)
        tasks = [asyncio.create_task(work) for work in self._background()]
        await server.serve(self._sockets)
        await self._end(tasks)

    def _server(self) -> Server:
        front = Front(
            self._worker,
            self._options.extensions.http,
            Admin(self._worker),
            MailPage(Path(os.environ.get("IMAGINI_DATA", ".data")) / "mail", Site(self._app / "static-web")),
            self._wake,
        )
        return Server(
            uvicorn.Config(
                front,
                lifespan="off",
                ws="none",
                access_log=False,
                log_config=None,
                timeout_graceful_shutdown=DRAIN,
                proxy_headers=False,  # nobody stands before us, so nobody may say who the client is
                server_header=False,
            ),
            self.url,
        )

    def _background(self) -> Sequence[Coroutine[Any, Any, None]]:
        active = [function for function in self._worker.functions if not settings.disabled(function.name)]
        timers = [Timer(function, self._worker) for function in active if function.kind == "timerTrigger"]
        self._listeners = [self._listener(function) for function in active if function.kind == "queueTrigger"]
        return [timer.keep() for timer in timers] + [listener.listen() for listener in self._listeners]

    def _listener(self, function: Function) -> QueueListener:
        connection = function.trigger.get("connection") or "Storage"
        if connection not in self._services:
            self._services[connection] = settings.queue_service(connection)

        async def run(text: str, metadata: dict[str, Any]) -> bool:
            done = await self._worker.invoke(function, typed(text), metadata)
            self._wake()
            return done

        return QueueListener(function, self._services[connection], self._options.extensions.queues, run)

    def _wake(self) -> None:
        for listener in self._listeners:
            listener.wake()

    def _stop(self, server: Server) -> None:
        log.info("stopping")
        server.should_exit = True
        threading.Thread(target=_leave_anyway, daemon=True).start()

    async def _end(self, tasks: list[asyncio.Task[None]]) -> None:
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), DRAIN)
        for service in self._services.values():
            await service.close()


def _leave_anyway() -> None:
    """Functions run in threads that nothing can stop; their messages come again."""
    time.sleep(GRACE)
    os._exit(0)
