"""Short answers that the host gives by itself."""

import json
from typing import Any

from starlette.types import Send

type Headers = list[tuple[bytes, bytes]]


async def reply(send: Send, status: int, body: str | bytes = b"", headers: Headers | None = None) -> None:
    """One whole response. Text goes out as text/plain unless the headers say otherwise."""
    raw = body.encode() if isinstance(body, str) else body
    sent = [(b"content-length", str(len(raw)).encode()), *(headers or [])]
    if raw and not any(name == b"content-type" for name, _ in sent):
        sent.append((b"content-type", b"text/plain; charset=utf-8"))
    await send({"type": "http.response.start", "status": status, "headers": sent})
    await send({"type": "http.response.body", "body": raw})


async def reply_json(send: Send, status: int, value: Any) -> None:
    await reply(send, status, json.dumps(value), [(b"content-type", b"application/json")])
