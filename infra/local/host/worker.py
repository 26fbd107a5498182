"""Microsoft's worker library, driven from here instead of over gRPC.

On Azure `proxy_worker` hands each gRPC message to the same five coroutines (azure-functions-runtime,
handle_event.py); this class stands where proxy_worker stands. One app per process: the library keeps its
state in module globals.
"""

import asyncio
import logging
import os
import sys
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from infra.local.host.functions import Function, in_host_order
from infra.local.host.handover import handed_over
from infra.local.host.host_json import Refused
from infra.local.host.messages import PROTOCOL, Message, ParameterBinding, StatusResult, TypedData, typed

log = logging.getLogger(__name__)


class Worker:
    functions: list[Function]
    web: ASGIApp | None  # what HTTP requests are handed to; None: the app has no streamed HTTP

    def __init__(self, app: Path, timeout: float) -> None:
        self._app, self._timeout = app, timeout

    async def start(self) -> None:
        """Import and index function_app.py. Refused when it cannot be."""
        os.environ.setdefault("FUNCTIONS_WORKER_RUNTIME", "python")
        os.environ.setdefault("AZURE_FUNCTIONS_ENVIRONMENT", "Development")
        os.chdir(self._app)
        sys.path.insert(0, str(self._app))
        import azure_functions_runtime

        self._runtime = azure_functions_runtime
        self._runtime.start_threadpool_executor()
        with handed_over() as web:
            await self._index()
        self.web = web.application
        answer: Any = await self._runtime.functions_metadata_request(Message())
        self.functions = in_host_order([Function.of(one) for one in answer.function_metadata_results or ()])

    async def _index(self) -> None:
        request = Message(worker_init_request=Message(capabilities={}, function_app_directory=str(self._app)))
        properties = {"host": "127.0.0.1", "protos": PROTOCOL}
        answer: Any = await self._runtime.worker_init_request(Message(request=request, properties=properties))
        if answer.result.status != StatusResult.Success:
            problem = answer.result.exception
            raise Refused(f"The worker cannot read the app: {problem.message}\n{problem.stack_trace}")

    async def invoke(
        self,
        function: Function,
        value: TypedData,
        metadata: dict[str, Any] | None = None,
        invocation: str | None = None,
        trace_parent: str = "",
    ) -> bool:
        """Run one function; whether it succeeded. Its error is logged here."""
        invocation = invocation or str(uuid.uuid4())
        request = Message(
            invocation_id=invocation,
            function_id=function.id,
            input_data=[ParameterBinding(name=function.trigger["name"], data=value)],
            trigger_metadata={
                name: typed(item) for name, item in (metadata or {}).items() if item is not None
            },
            trace_context=Message(trace_parent=trace_parent or new_trace(), trace_state="", attributes={}),
            retry_context=Message(retry_count=0, max_retry_count=0, exception=None),
        )
        started, done = time.perf_counter(), False
        try:
            done = await self._run(function, request)
        finally:
            function.tally.count += 1
            function.tally.failed += not done
            function.tally.seconds += time.perf_counter() - started
        return done

    async def _run(self, function: Function, request: Message) -> bool:
        self._runtime.invocation_id_cv.set(request.invocation_id)
        try:
            async with asyncio.timeout(self._timeout):
                answer: Any = await self._runtime.invocation_request(
                    Message(request=Message(invocation_request=request))
                )
        except TimeoutError:
            log.error("%s ran longer than functionTimeout, %.0f s", function.name, self._timeout)
            _release(request.invocation_id)
            return False
        if answer.result.status == StatusResult.Success:
            return True
        problem = answer.result.exception
        log.error(
            "%s failed (%s): %s\n%s",
            function.name,
            request.invocation_id,
            problem.message,
            problem.stack_trace,
        )
        return False


def _release(invocation: str) -> None:
    """Answer a streamed request whose function was cut off; without it the client would wait for ever."""
    from azure_functions_runtime.http_v2 import http_coordinator

    with suppress(KeyError):  # not an HTTP function
        http_coordinator.set_http_response(invocation, TimeoutError("functionTimeout"))


def new_trace() -> str:
    """A W3C traceparent that starts here."""
    return f"00-{uuid.uuid4().hex}-{uuid.uuid4().hex[:16]}-01"
