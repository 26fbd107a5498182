"""The web extension of the Functions Python worker: Starlette requests and responses, streamed both ways.

The worker finds the classes below through the registries of `azurefunctions.extensions.base`, as it finds
Microsoft's `azurefunctions.extensions.http.fastapi`; the names are the same, so that the import can be
swapped. Importing this module switches every HTTP function of the app to streaming.
"""

import sys
from collections.abc import Awaitable, Callable
from typing import Any

from azurefunctions.extensions import base
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

__all__ = [
    "ClientDisconnect",
    "JSONResponse",
    "PlainTextResponse",
    "RedirectResponse",
    "Request",
    "Response",
    "StreamingResponse",
    "WebApp",
    "WebServer",
]


BROKEN = {
    "type": "about:blank",
    "title": "Internal Server Error",
    "status": 500,
    "detail": "Something broke on our side. It has been logged; please try again.",
}


class RouteParameters(base.RequestSynchronizer):
    """Route parameters are matched by the host and reach us beside the request."""

    def sync_route_params(self, request: Request, path_params: dict[str, str]) -> None:
        request.scope["path_params"] = dict(path_params)


class StreamedRequest(metaclass=base.RequestTrackerMeta):
    request_type = Request
    synchronizer = RouteParameters()


class StreamedResponse(metaclass=base.ResponseTrackerMeta):
    label = base.ResponseLabels.STANDARD
    response_type = Response


class WebApp(base.WebApp):
    handler: Callable[[Request], Awaitable[Response]]

    def route(self, func: Callable[[Request], Awaitable[Response]]) -> Any:
        self.handler = func
        return func

    def get_app(self) -> "WebApp":
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            response = await self.handler(Request(scope, receive, send))
        except Exception:  # the worker has logged it and marked the invocation failed
            response = JSONResponse(BROKEN, status_code=500, media_type="application/problem+json")
        finally:
            forget(dict(scope["headers"]).get(b"x-ms-invocation-id", b"").decode())
        await response(scope, receive, send)


def forget(invocation_id: str) -> None:
    """Drop the record that azure-functions-runtime 1.3 keeps for ever, about 1.5 KB a request."""
    worker = sys.modules.get("azure_functions_runtime.http_v2")
    coordinator = getattr(worker, "http_coordinator", None)
    getattr(coordinator, "_context_references", {}).pop(invocation_id, None)


class WebServer(base.WebServer):
    async def serve(self) -> None:
        import uvicorn

        config = uvicorn.Config(
            self.web_app,
            host=self.hostname,
            port=self.port,
            lifespan="off",
            proxy_headers=False,  # `address_of` reads them, and knows which to believe
            access_log=False,
            log_config=None,
        )
        await uvicorn.Server(config).serve()
