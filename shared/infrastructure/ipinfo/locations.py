"""Locations by ipinfo.io. Whatever goes wrong there, nobody here has to know: the answer is then None."""

import re
from datetime import timedelta
from ipaddress import ip_address
from time import monotonic
from typing import Any, NamedTuple

from pydantic_core import from_json
from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from shared.application.locations import Location

PATIENCE = 1.0  # seconds, for all of it
LARGEST = 16 << 10  # bytes of an answer
REMEMBERED, FAILURE_REMEMBERED = timedelta(days=1), timedelta(minutes=1)
MOST = 10_000  # addresses


class Known(NamedTuple):
    location: Location | None
    until: float


class IpInfo:
    is_on = True

    def __init__(self, token: str, url: str = "https://ipinfo.io") -> None:
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self._url, self._http = url, PoolManager(maxsize=4)
        self._known: dict[str, Known] = {}

    def locate(self, address: str) -> Location | None:
        known = self._known.get(address)
        if known and monotonic() < known.until:
            return known.location
        if not _is_public(address):
            return None
        try:
            location, lasts = self._ask(address), REMEMBERED
        except (HTTPError, TimeoutError, ValueError):
            location, lasts = None, FAILURE_REMEMBERED
        self._keep(address, Known(location, monotonic() + lasts.total_seconds()))
        return location

    def _ask(self, address: str) -> Location | None:
        end = monotonic() + PATIENCE
        answer = self._http.request(
            "GET",
            f"{self._url}/{ip_address(address)}/json",
            headers=self._headers,
            timeout=Timeout(total=PATIENCE),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        try:
            if answer.status != 200:
                raise ValueError(f"ipinfo.io answered {answer.status}")
            return _read(b"".join(_until(end, answer)))
        finally:
            answer.close()

    def _keep(self, address: str, known: Known) -> None:
        while len(self._known) >= MOST:
            self._known.pop(next(iter(self._known)), None)  # the oldest
        self._known[address] = known


def _until(end: float, answer: Any) -> Any:
    """What comes in time: each byte may, and all of them together not."""
    size = 0
    while piece := answer.read1(LARGEST):
        size += len(piece)
        if size > LARGEST:
            raise ValueError("too long an answer")
        if monotonic() > end:
            raise TimeoutError
        yield piece


def _read(body: bytes) -> Location | None:
    """Raises ValueError for what is not an answer."""
    said = from_json(body)  # not json.loads: it falls over what is nested a thousand deep
    if not isinstance(said, dict):
        raise ValueError("not an answer")
    parts = [_line(said.get(name)) for name in ("city", "region", "country")]
    return Location(*parts) if re.fullmatch("[A-Z]{2}", parts[2]) else None


def _line(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return "".join(c for c in text if c.isprintable())[:100]


def _is_public(address: str) -> bool:
    try:
        return ip_address(address).is_global
    except ValueError:
        return False
