"""DICOMweb over HTTP: streams out, uploads in, and the headers that go with them."""

import asyncio
import gzip
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from functions.support.delivery import delivered
from functions.support.problems import HttpProblem
from functions.support.streaming_http import ClientDisconnect, Request, Response
from shared.application.dicom.multipart import Malformed, MultipartReader, Part, boundary_of, parameter
from shared.application.dicom.source import Answer

JSON = "application/dicom+json"
JSONS = frozenset({"*/*", "application/*", JSON, "application/json"})
LARGEST_FILE = 1 << 28  # bytes of one uploaded file
MOST_FILES = 20_000  # of one upload
ASK_AGAIN = "private, no-cache"  # a series may grow; whether it has is a question without an answer's bytes
FEW = 1000  # bytes that are not worth compressing


async def json_delivered(request: Request, answer: Answer) -> Response:
    """Metadata, which shrinks to a hundredth: as it is kept, to whoever understands it."""
    packed = answer.headers.get("Content-Encoding") == "gzip"
    if packed and _takes_gzip(request):
        return delivered(request, answer, {"Vary": "Accept-Encoding, Cookie", "Cache-Control": ASK_AGAIN})
    body = b"".join([chunk async for chunk in answer.chunks])
    return await _json(request, body, packed, HTTPStatus.OK, {})


async def json_answer(
    request: Request, value: Any, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None
) -> Response:
    body = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    return await _json(request, body, False, status, headers or {})


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


async def _json(
    request: Request, body: bytes, packed: bool, status: int, headers: dict[str, str]
) -> Response:
    wanted = _takes_gzip(request)
    if wanted and not packed and len(body) > FEW:
        body, packed = await asyncio.to_thread(gzip.compress, body, 5), True
    elif packed and not wanted:
        body, packed = await asyncio.to_thread(gzip.decompress, body), False
    coding = {"Content-Encoding": "gzip"} if packed else {}
    return Response(body, status, headers | coding | {"Vary": "Accept-Encoding"}, media_type=JSON)


def accept_of(request: Request) -> str:
    """The query parameter comes before the header (PS3.18 8.3.3.1)."""
    asked = request.query_params.get("accept") if request.scope["query_string"] else None
    return asked or request.headers.get("accept") or "*/*"


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
                if count > MOST_FILES:
                    raise Malformed(f"At most {MOST_FILES} files are taken at once.")
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
