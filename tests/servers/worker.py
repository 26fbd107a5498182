"""The function app's own operations behind uvicorn, without the Functions host: what our code alone costs.

Run as a program: `python -m tests.servers.worker PORT`. App settings come from the environment.
"""

import re
import sys
from functools import cache

import uvicorn
from starlette.types import Receive, Scope, Send

import function_app
from functions.support.endpoint import serve
from functions.support.operation import Operation, operations
from functions.support.streaming_http import Request, Response
from infra.local.host.routes import pattern

assert function_app.app  # its import has declared the operations
ROUTES = [(o, pattern(o.route)) for o in sorted(operations, key=lambda o: o.name)]


@cache
def routes(method: str, depth: int) -> list[tuple[Operation, re.Pattern[str]]]:
    """Those that may match: a host's routing is quick, and not what is measured here."""
    return [
        (o, route)
        for o, route in ROUTES
        if o.method == method and ("{*" in o.route or f"/{o.route}".count("/") == depth)
    ]


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    path: str = scope["raw_path"].decode("latin-1").removeprefix("/api")
    for operation, route in routes(scope["method"], path.count("/")):
        if match := route.fullmatch(path):
            scope["path_params"] = match.groupdict()  # nothing that is measured has letters to decode
            request = Request(scope, receive, send)
            response = await serve(operation, request)
            break
    else:
        response = Response(status_code=404)
    await response(scope, receive, send)


if __name__ == "__main__":
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        lifespan="off",
        proxy_headers=False,
        access_log=False,
        log_config=None,
    )
