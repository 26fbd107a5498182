"""What the tests of the gateway share: requests as DICOMweb clients make them."""

import json
from typing import Any

from infra.local.client import Client
from shared.application.dicom.multipart import MultipartReader, Part, boundary_of
from tests.dicom_files import ct_slice

ROOT = "/api/dicomweb"
OHIF_FRAME = "multipart/related; type=application/octet-stream; transfer-syntax=*"
JSON = "application/dicom+json"
UPLOAD = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
HEAD = b"--b\r\nContent-Type: application/dicom\r\n\r\n"


def get(client: Client, path: str, accept: str = JSON, **headers: str) -> Any:
    return client.request("GET", f"{ROOT}/{path}", headers={"Accept": accept, **headers})


def rows(client: Client, path: str) -> list[dict[str, Any]]:
    answer = get(client, path)
    assert answer.status == 200, answer.data
    assert answer.headers["content-type"] == JSON
    return json.loads(answer.data)


def parts(answer: Any) -> list[Part]:
    assert answer.status == 200, answer.data
    reader = MultipartReader(boundary_of(answer.headers["content-type"]))
    found = list(reader.feed(answer.data))
    assert reader.closed
    return found


def stow(client: Client, files: list[bytes], path: str = "studies", **headers: str) -> tuple[int, Any]:
    body = b"".join(HEAD + file + b"\r\n" for file in files) + b"--b--\r\n"
    answer = client.request("POST", f"{ROOT}/{path}", headers=UPLOAD | headers, body=body)
    return answer.status, json.loads(answer.data)


def value(row: dict[str, Any], tag: str) -> Any:
    return row[tag]["Value"][0]


def files_of(study: str, count: int = 3) -> list[bytes]:
    return [ct_slice(study, f"{study}.1", number) for number in range(1, count + 1)]


def cookies(client: Client) -> str:
    kept: dict[str, str] = client._cookies  # pyright: ignore[reportPrivateUsage]
    return "; ".join(f"{name}={value}" for name, value in kept.items())
