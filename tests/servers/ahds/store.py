"""STOW-RS: nothing is replaced, and only what is explicit in its value representations is taken."""

import re
from io import BytesIO
from typing import Any

from pydicom import Dataset, dcmread
from pydicom.errors import InvalidDicomError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.servers.ahds.holdings import Holdings
from tests.servers.ahds.refusal import Refused, not_acceptable

JSON = "application/dicom+json"
IMPLICIT = "1.2.840.10008.1.2"
UID = re.compile(r"[0-9A-Za-z.-]{1,64}")
BOUNDARY = re.compile(r'multipart/related;.*type="application/dicom".*boundary="?([^";]+)"?')
REQUIRED = ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "SOPClassUID")
FAILED, INVALID, OTHER_STUDY, THERE_ALREADY = 272, 43264, 43265, 45070


async def answer(request: Request, holdings: Holdings) -> Response:
    if request.headers.get("accept", "*/*") not in (JSON, "*/*"):
        raise not_acceptable()
    files = _files(request.headers.get("content-type", ""), await request.body())
    if not files:
        return Response(status_code=204)
    stored, failed = list[Any](), list[Any]()
    for file in files:
        dataset, reason = _stored(file, request.path_params.get("study"), holdings)
        item = _named(dataset) if dataset else {}
        if reason is None:
            stored.append(item | {"00081190": {"vr": "UR", "Value": [str(request.url)]}})
        else:
            failed.append(item | {"00081197": {"vr": "US", "Value": [reason]}})
    said: dict[str, Any] = {}
    if failed:
        said["00081198"] = {"vr": "SQ", "Value": failed}
    if stored:
        said["00081199"] = {"vr": "SQ", "Value": stored}
    status = 200 if not failed else 202 if stored else 409
    return JSONResponse(said, status, media_type=JSON)


def _files(content_type: str, body: bytes) -> list[bytes]:
    if content_type == "application/dicom":
        return [body]
    if not (found := BOUNDARY.match(content_type)):
        raise Refused(415, "The provided Content-Type isn't supported.")
    parts = (b"\r\n" + body).split(b"\r\n--" + found[1].encode())[1:-1]
    return [part.partition(b"\r\n\r\n")[2] for part in parts]


def _stored(file: bytes, study: str | None, holdings: Holdings) -> tuple[Dataset | None, int | None]:
    try:
        dataset = dcmread(BytesIO(file))
    except (InvalidDicomError, EOFError):
        return None, FAILED
    implicit = dataset.file_meta.TransferSyntaxUID == IMPLICIT
    named = all(UID.fullmatch(str(dataset.get(keyword, ""))) for keyword in REQUIRED)
    if implicit or not named or "PatientID" not in dataset:
        return dataset, INVALID
    if study not in (None, dataset.StudyInstanceUID):
        return dataset, OTHER_STUDY
    return dataset, None if holdings.add(file, dataset) else THERE_ALREADY


def _named(dataset: Dataset) -> dict[str, Any]:
    pairs = (("00081150", "SOPClassUID"), ("00081155", "SOPInstanceUID"))
    return {tag: {"vr": "UI", "Value": [str(dataset.get(keyword, ""))]} for tag, keyword in pairs}
