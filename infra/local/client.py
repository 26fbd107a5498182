"""Speaks to a running installation over its HTTP API, as any partner system would."""

import uuid
from collections.abc import Sequence
from typing import Any

import urllib3

CSRF = {"X-Imagini-Csrf": "1"}
PATIENCE = urllib3.Timeout(connect=30, read=120)  # seconds
TRIES = urllib3.Retry(3, respect_retry_after_header=False)  # of a connection: every status is an answer


class Refused(Exception):
    """The installation said no; the message is its own sentence."""


class Client:
    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._http = urllib3.PoolManager(timeout=PATIENCE, retries=TRIES)
        self._cookies: dict[str, str] = {}

    def sign_in(self, email: str, password: str) -> dict[str, Any]:
        return self.call("POST", "/api/auth/sign-in", json={"email": email, "password": password})

    def call(self, method: str, path: str, **request: Any) -> Any:
        """The answer's JSON. Raises Refused."""
        response = self.request(method, path, **request)
        if response.status >= 400:
            raise Refused(f"{method} {path}: {response.data.decode(errors='replace')[:500]}")
        return response.json() if response.data else None

    def request(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **request: Any
    ) -> urllib3.BaseHTTPResponse:
        cookie = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())} if self._cookies else {}
        response = self._http.request(
            method, self._url + path, headers={**CSRF, **cookie, **(headers or {})}, redirect=False, **request
        )
        for line in response.headers.getlist("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return response

    def has_study(self, study_uid: str) -> bool:
        return self.request("GET", f"/api/studies/{study_uid}").status == 200

    def store(self, files: Sequence[bytes]) -> int:
        """STOW (PS3.18 10.5). How many were stored. Raises Refused unless all were."""
        boundary = uuid.uuid4().hex
        head = f"--{boundary}\r\nContent-Type: application/dicom\r\n\r\n".encode()
        body = b"".join(head + file + b"\r\n" for file in files) + f"--{boundary}--\r\n".encode()
        kind = f'multipart/related; type="application/dicom"; boundary={boundary}'
        response = self.request("POST", "/api/dicomweb/studies", headers={"Content-Type": kind}, body=body)
        if response.status != 200:
            raise Refused(f"STOW: {response.status} {response.data.decode(errors='replace')[:500]}")
        return len(files)
