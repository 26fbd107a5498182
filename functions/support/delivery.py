"""Answers with pixels on their way out: whole or streamed, again only where they have changed, or in part."""

import asyncio
import re
from contextlib import suppress
from http import HTTPStatus

from starlette.types import Receive, Scope
from starlette.types import Send as SendEvent

from functions.support.streaming_http import Request, Response
from shared.application.dicom.source import Answer, ByteStream, Piece, Whole

START, BODY = "http.response.start", "http.response.body"
WEAK = "W/"  # an ETag of what may be other bytes with the same meaning: a part of them fits no other
FEW = 4096  # bytes that are sent in one go; more are not worth copying together
RANGE = re.compile(
    r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII
)  # one range; several are answered with everything
KEPT_BY_304 = frozenset({"ETag", "Vary", "Cache-Control"})
NEVER_CHANGES = "private, max-age=3600"  # an instance; in a browser's own cache only


def delivered(request: Request, answer: Answer, headers: dict[str, str]) -> Response:
    """The answer, or what of it is needed (RFC 9110 13 and 14)."""
    said = {"Vary": "Accept, Cookie", "Content-Type": answer.content_type} | answer.headers | headers
    if isinstance(answer, ByteStream):
        return Streamed(answer, said)
    etag = answer.headers.get("ETag")
    if etag is None:
        return Pieces(answer.pieces, said)
    if is_known(request, etag):
        return Response(None, HTTPStatus.NOT_MODIFIED, {k: said[k] for k in said if k in KEPT_BY_304})
    if etag.startswith(WEAK):
        return Pieces(answer.pieces, said)
    return _ranged(request, answer, said, etag)


def is_known(request: Request, etag: str) -> bool:
    """Whether the caller holds this already."""
    held = [one.strip().removeprefix(WEAK) for one in request.headers.get("if-none-match", "").split(",")]
    return etag.removeprefix(WEAK) in held or held == ["*"]


def _ranged(request: Request, answer: Whole, said: dict[str, str], etag: str) -> Response:
    said = said | {"Accept-Ranges": "bytes"}
    wanted = RANGE.fullmatch(request.headers.get("range", ""))
    if wanted is None or wanted[0] == "bytes=-" or request.headers.get("if-range", etag) != etag:
        return Pieces(answer.pieces, said)
    length = answer.length
    begin, end = _edges(wanted[1], wanted[2], length)
    if begin >= end:
        unsatisfied = {"Content-Range": f"bytes */{length}"}
        return Response(None, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, unsatisfied)
    said |= {"Content-Range": f"bytes {begin}-{end - 1}/{length}"}
    return Pieces(_cut(answer.pieces, begin, end), said, HTTPStatus.PARTIAL_CONTENT)


def _edges(first: str, last: str, length: int) -> tuple[int, int]:
    if not first:
        return max(0, length - int(last)), length
    return int(first), min(length, int(last) + 1) if last else length


def _cut(pieces: tuple[Piece, ...], begin: int, end: int) -> tuple[Piece, ...]:
    found, at = list[Piece](), 0
    for piece in pieces:
        view = memoryview(piece)[max(0, begin - at) : max(0, end - at)]
        if len(view):
            found.append(view)
        at += len(piece)
    return tuple(found)


class Pieces(Response):
    """Sent as they are, without being copied into one."""

    def __init__(
        self, pieces: tuple[Piece, ...], headers: dict[str, str], status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        self.status_code, self.media_type, self.background = status, None, None
        length = sum(map(len, pieces))
        self._pieces = (b"".join(pieces),) if length <= FEW else pieces
        self.init_headers(headers | {"Content-Length": str(length)})

    async def __call__(self, scope: Scope, receive: Receive, send: SendEvent) -> None:  # noqa: ARG002
        await send({"type": START, "status": self.status_code, "headers": self.raw_headers})
        *first, last = self._pieces
        for piece in first:
            await send({"type": BODY, "body": piece, "more_body": True})
        await send({"type": BODY, "body": last})


class Streamed(Response):
    """Read no faster than it is taken; what it reads from is closed when the client has gone."""

    def __init__(self, stream: ByteStream, headers: dict[str, str]) -> None:
        self.status_code, self.media_type, self.background = HTTPStatus.OK, None, None
        self._chunks = stream.chunks
        self.init_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: SendEvent) -> None:  # noqa: ARG002
        sending = asyncio.ensure_future(self._send(send))
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait((sending, gone), return_when=asyncio.FIRST_COMPLETED)
            sending.cancel()  # nothing happens where it is done
            with suppress(asyncio.CancelledError):
                await sending
        finally:
            gone.cancel()
            sending.cancel()

    async def _send(self, send: SendEvent) -> None:
        try:
            await send({"type": START, "status": self.status_code, "headers": self.raw_headers})
            async for chunk in self._chunks:
                await send({"type": BODY, "body": chunk, "more_body": True})
            await send({"type": BODY, "body": b""})
        finally:
            await self._chunks.aclose()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
