"""WADO-RS."""

import hashlib
import json
from collections.abc import Iterator
from io import BytesIO

import numpy as np
from PIL import Image
from pydicom.encaps import generate_frames
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from tests.servers.ahds import accept
from tests.servers.ahds.holdings import Held, Holdings
from tests.servers.ahds.refusal import bad, not_acceptable, not_found

BOUNDARY = "e1f7a2c0-tests"
JSON = "application/dicom+json"
NATIVE = frozenset({"1.2.840.10008.1.2", accept.EXPLICIT})
TRANSCODED = NATIVE | {  # those of them that are also decoded here
    "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
    "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.5",
}  # fmt: skip


def _found(request: Request, holdings: Holdings) -> list[Held]:
    named = request.path_params
    return holdings.under(named["study"], named.get("series"), named.get("sop"))


async def metadata(request: Request, holdings: Holdings) -> Response:
    if request.headers.get("accept", "*/*") not in (JSON, "*/*"):
        raise not_acceptable()
    found = [held.metadata for held in _found(request, holdings)]
    etag = f'"{hashlib.sha256(json.dumps(found).encode()).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={"ETag": etag})
    return JSONResponse(found, headers={"ETag": etag}, media_type=JSON)


async def instances(request: Request, holdings: Holdings) -> Response:
    single = "sop" in request.path_params
    form = accept.of_instances(request.headers.get("accept", "*/*"), single)
    found = _found(request, holdings)
    if any(form.transfer_syntax not in (accept.ANY, held.transfer_syntax) for held in found):
        raise not_acceptable()  # what would be transcoded there
    kinds = [f"{accept.DICOM}; transfer-syntax={held.transfer_syntax}" for held in found]
    files = [held.file for held in found]
    return _parts(accept.DICOM, kinds, files) if form.multipart else Response(files[0], 200, {}, kinds[0])


async def frames(request: Request, holdings: Holdings) -> Response:
    named = request.path_params["frames"].split(",")
    if not all(number.isdecimal() and int(number) > 0 for number in named):
        raise bad("Frames are numbers from 1.")
    form = accept.of_frames(request.headers.get("accept", "*/*"), len(named) == 1)
    [held] = _found(request, holdings)
    syntax = held.transfer_syntax if form.transfer_syntax == accept.ANY else form.transfer_syntax
    pixels = _pixels(held, syntax)
    if max(map(int, named)) > len(pixels):
        raise not_found()
    given = [pixels[int(number) - 1] for number in named]
    kind = f"{form.media}; transfer-syntax={syntax}"
    return (
        _parts(form.media, [kind] * len(given), given)
        if form.multipart
        else Response(given[0], 200, {}, kind)
    )


def _pixels(held: Held, syntax: str) -> list[bytes]:
    """Of each frame, stored or decoded."""
    dataset = held.read()
    if "PixelData" not in dataset:
        raise not_found()
    count = int(dataset.get("NumberOfFrames", 1))
    if syntax == held.transfer_syntax and syntax not in NATIVE:
        return list(generate_frames(dataset.PixelData, number_of_frames=count))
    if syntax != accept.EXPLICIT or held.transfer_syntax not in TRANSCODED:
        raise not_acceptable()
    if held.transfer_syntax not in NATIVE:
        dataset.decompress()
    size = len(dataset.PixelData) // count
    return [dataset.PixelData[at * size : (at + 1) * size] for at in range(count)]


async def rendered(request: Request, holdings: Holdings) -> Response:
    """Of a size and window of its own: neither can be asked for."""
    media = request.headers.get("accept", "*/*").replace("*/*", "image/jpeg")
    if media not in ("image/jpeg", "image/png"):
        raise not_acceptable()
    quality = request.query_params.get("quality", "100")
    if not quality.isdecimal() or not 1 <= int(quality) <= 100:
        raise bad("quality is between 1 and 100.")
    [held] = _found(request, holdings)
    frame = int(request.path_params.get("frames", "1"))
    pixels = np.atleast_3d(held.read().pixel_array.astype("f4").T).T
    if frame > len(pixels):
        raise not_found()
    shown = pixels[frame - 1]
    grey = (shown - shown.min()) * (255 / max(float(np.ptp(shown)), 1.0))
    made = BytesIO()
    Image.fromarray(grey.astype("u1")).save(made, media.partition("/")[2], quality=int(quality))
    return Response(made.getvalue(), 200, {}, media)


def _parts(media: str, kinds: list[str], bodies: list[bytes]) -> Response:
    """Sent without lengths, as they come."""

    def chunks() -> Iterator[bytes]:
        for kind, body in zip(kinds, bodies, strict=True):
            yield f"--{BOUNDARY}\r\nContent-Type: {kind}\r\n\r\n".encode()
            yield body
            yield b"\r\n"
        yield f"--{BOUNDARY}--\r\n".encode()

    return StreamingResponse(chunks(), 200, {}, f'multipart/related; type="{media}"; boundary="{BOUNDARY}"')
