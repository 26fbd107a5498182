"""HTTP requests go to the worker's web application by a call, not over a second connection.

On Azure the host proxies each request (YARP) to the uvicorn that the worker starts. Here both ends live in
one process, so a proxy would only copy every byte twice more on the same event loop: about 0.5 ms of CPU a
request, half of what the pixel path costs. The worker still believes that it starts its server; the one it is
given here keeps the application and listens to nobody.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp


@dataclass
class Handover:
    application: ASGIApp | None = None


@contextmanager
def handed_over() -> Generator[Handover]:
    """While the worker indexes the app, catch the web application that it builds."""
    from azure_functions_runtime import handle_event

    caught = Handover()
    original: Any = handle_event.initialize_http_server

    class Listener:
        """Stands where the extension's WebServer stands."""

        def __init__(self, _hostname: str, _port: int, web_app: Any) -> None:
            caught.application = web_app.get_app()

        async def serve(self) -> None:
            """Nothing to do: requests arrive by call."""

    def initialize(address: str) -> str:
        extension = _web_extension()
        real, extension.WebServer = extension.WebServer, Listener
        try:
            return original(address)
        finally:
            extension.WebServer = real

    handle_event.initialize_http_server = initialize
    try:
        yield caught
    finally:
        handle_event.initialize_http_server = original


def _web_extension() -> Any:
    """The module that the app imported: functions/support/streaming_http.py, or Microsoft's."""
    from azurefunctions.extensions.base import ModuleTrackerMeta

    return sys.modules[str(ModuleTrackerMeta.get_module())]
