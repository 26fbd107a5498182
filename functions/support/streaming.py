"""DICOMweb over HTTP: streams out, uploads in, and the headers that go with them."""

import asyncio
import gzip
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from starlette.types import Send as SendEvent

from functions.support.problems import HttpProblem
from functions.support.streaming_http import ClientDisconnect, Request, Response, StreamingResponse
from shared.application.dicom.multipart import Malformed, MultipartReader, Part, boundary_of, parameter
from shared.application.dicom.source import ByteStream

JSON = "application/dicom+json"
JSONS = frozenset({"*/*", "application/*", JSON, "application/json"})
LARGEST_FILE = 1 << 28  # bytes of one uploaded file
PIXELS_KEPT = "private, max-age=3600"  # an instance never changes; a browser's own cache only
FEW = 1000  # bytes that are not worth compressing


class Streamed(StreamingResponse):
    """Also closes what it was reading from, when the client has gone."""

    def __init__(self, stream: ByteStream, headers: dict[str, str]) -> None:
        super().__init__(stream.chunks, headers=stream.headers | headers, media_type=stream.content_type)
        self._chunks = stream.chunks

    async def stream_response(self, send: SendEvent) -> None:
        try:
            await super().stream_response(send)
        finally:
            await self._chunks.aclose()


def streamed(stream: ByteStream, headers: dict[str, str] | None = None) -> Response:
    return Streamed(stream, {"Vary": "Accept, Cookie"} | (headers or {}))


async def json_stream(request: Request, stream: ByteStream) -> Response:
    """Metadata, which shrinks to a hundredth: sent compressed to whoever understands it."""
    body = b"".join([chunk async for chunk in stream.chunks])
    packed = stream.headers.get("Content-Encoding") == "gzip"
    return await _json(request, body, packed, HTTPStatus.OK)


async def json_answer(request: Request, value: Any, status: int = HTTPStatus.OK) -> Response:
    body = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    return await _json(request, body, False, status)


async def _json(request: Request, body: bytes, packed: bool, status: int) -> Response:
    wanted = "gzip" in request.headers.get("accept-encoding", "")
    if wanted and not packed and len(body) > FEW:
        body, packed = await asyncio.to_thread(gzip.compress, body, 5), True
    elif packed and not wanted:
        body, packed = await asyncio.to_thread(gzip.decompress, body), False
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(body, status, headers, media_type=JSON)


def accept_of(request: Request) -> str:
    """The query parameter comes before the header (PS3.18 8.3.3.1)."""
    return request.query_params.get("accept") or request.headers.get("accept") or "*/*"


def require_json(request: Request) -> None:
    """Raises HttpProblem where the caller takes no DICOM JSON."""
    entries = accept_of(request).split(",")
    if not any(entry.partition(";")[0].strip().lower() in JSONS for entry in entries):
        raise HttpProblem(HTTPStatus.NOT_ACCEPTABLE, "This is given as application/dicom+json.")


def upload_of(request: Request) -> Iterator[Part]:
    """The parts of a STOW request, for a thread to pull: no more is received than it asks for.

    Raises HttpProblem for a request that is none.
    """
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/related"):
        said = 'Send the files as multipart/related; type="application/dicom".'
        raise HttpProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, said)
    if (parameter(content_type, "type") or "application/dicom").lower() != "application/dicom":
        raise HttpProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Only application/dicom is stored.")
    try:
        reader = MultipartReader(boundary_of(content_type), LARGEST_FILE)
    except Malformed as error:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, str(error)) from error
    return _pulled(_received(request, reader), asyncio.get_running_loop())


async def _received(request: Request, reader: MultipartReader) -> AsyncGenerator[Part]:
    count = 0
    with suppress(ClientDisconnect):  # also what a host does with a body that is larger than it takes
        async for chunk in request.stream():
            for part in reader.feed(chunk):
                count += 1
                yield part
    for part in reader.close():
        count += 1
        yield part
    if not count:
        raise Malformed("The request holds no files.")


def _pulled(parts: AsyncGenerator[Part], loop: asyncio.AbstractEventLoop) -> Iterator[Part]:
    async def following() -> Part | None:
        return await anext(parts, None)

    while part := asyncio.run_coroutine_threadsafe(following(), loop).result():
        yield part
