"""What the front needs to know of a request before it passes it on."""

import os
from urllib.parse import unquote

from starlette.types import Message, Receive, Scope

DEFAULT_LIMIT = 100 * 1024 * 1024
BODY_LIMIT = int(os.environ.get("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", str(DEFAULT_LIMIT)))  # bytes


def header(scope: Scope, name: bytes) -> str:
    """The first value of a header, or nothing."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def stepping_back(path: str) -> bool:
    """Kestrel resolves `..` before anything is matched; a client that still sends it means no good."""
    return "." in path and any(segment in (".", "..") for segment in unquote(path).split("/"))


def limited(scope: Scope, receive: Receive) -> Receive:
    """A body of undeclared length, ended as if the client had gone once it passes the limit."""
    if not header(scope, b"transfer-encoding"):
        return receive
    taken = 0

    async def receive_within_limit() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= BODY_LIMIT else {"type": "http.disconnect"}

    return receive_within_limit
