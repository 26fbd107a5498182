"""Where an address is, asked of a real HTTP server that behaves well, slowly, badly, or not at all. # D11"""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from shared.application.locations import Location
from shared.infrastructure.ipinfo import locations
from shared.infrastructure.ipinfo.locations import IpInfo
from tests.servers.process import free_ports

ADDRESS = "8.8.8.8"
MADRID = {"ip": ADDRESS, "city": "Madrid", "region": "Madrid", "country": "ES", "loc": "40.4,-3.7"}


class IpInfoDouble(BaseHTTPRequestHandler):
    answer: ClassVar[bytes] = b""
    status: ClassVar[int] = 200
    drips: ClassVar[float] = 0  # seconds before each byte
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Authorization"]))
        self.send_response(self.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(self.answer)))
        self.end_headers()
        try:
            for byte in self.answer if self.drips else [self.answer]:
                time.sleep(self.drips)
                self.wfile.write(bytes([byte]) if isinstance(byte, int) else byte)
                self.wfile.flush()
        except OSError:
            pass  # nobody waits any more

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Its address. It answers MADRID until told otherwise."""
    monkeypatch.setattr(IpInfoDouble, "answer", json.dumps(MADRID).encode())
    monkeypatch.setattr(IpInfoDouble, "asked", [])
    monkeypatch.setattr(locations, "PATIENCE", 60.0)  # this machine may be slow
    with ThreadingHTTPServer(("127.0.0.1", 0), IpInfoDouble) as running:
        Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_an_address_is_somewhere(server: str) -> None:
    assert IpInfo("t0ken", server).locate(ADDRESS) == Location("Madrid", "Madrid", "ES")
    assert IpInfoDouble.asked == [(f"/{ADDRESS}/json", "Bearer t0ken")]


def test_a_place_is_written_without_repetition_or_gaps() -> None:
    assert str(Location("Madrid", "Madrid", "ES")) == "Madrid, ES"
    assert str(Location("", "", "MX")) == "MX"


def test_an_address_is_asked_about_once_a_day(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = IpInfo("t0ken", server)
    for _ in range(3):
        places.locate(ADDRESS)
    assert len(IpInfoDouble.asked) == 1

    later = time.monotonic() + 24 * 3600
    monkeypatch.setattr(locations, "monotonic", lambda: later)
    places.locate(ADDRESS)
    assert len(IpInfoDouble.asked) == 2


@pytest.mark.parametrize("address", ["", "10.1.2.3", "127.0.0.1", "::1", "fd12::1", "../secret", "8.8.8.8/x"])
def test_nobody_is_asked_about_what_is_not_out_there(server: str, address: str) -> None:
    assert IpInfo("t0ken", server).locate(address) is None
    assert IpInfoDouble.asked == []


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (500, b"{}"),
        (429, b"{}"),
        (302, b"{}"),
        (200, b""),
        (200, b"<html>"),
        (200, b"[1]"),
        (200, b'{"country": 7}'),
        (200, b'{"country": "<b>"}'),
        (200, b'{"bogon": true}'),
        (200, b"\xff\xfe"),
        (200, b"[" * 10_000),
        (200, b'"' + b"a" * (1 << 16) + b'"'),
    ],
)
def test_whatever_is_no_answer_is_nowhere(
    server: str, monkeypatch: pytest.MonkeyPatch, status: int, answer: bytes
) -> None:
    monkeypatch.setattr(IpInfoDouble, "status", status)
    monkeypatch.setattr(IpInfoDouble, "answer", answer)

    assert IpInfo("t0ken", server).locate(ADDRESS) is None
    assert len(IpInfoDouble.asked) == 1  # nothing is followed or tried again


@pytest.mark.parametrize("drips", [30, 0.05], ids=["silent", "byte by byte"])
def test_nobody_waits_until_the_last_byte_has_come(
    server: str, monkeypatch: pytest.MonkeyPatch, drips: float
) -> None:
    monkeypatch.setattr(locations, "PATIENCE", 0.2)
    monkeypatch.setattr(IpInfoDouble, "drips", drips)
    places = IpInfo("t0ken", server)

    assert places.locate(ADDRESS) is None
    assert places.locate(ADDRESS) is None  # nor again, a moment later
    assert len(IpInfoDouble.asked) <= 1


def test_a_provider_that_is_down_is_no_trouble() -> None:
    [port] = free_ports(1)

    assert IpInfo("t0ken", f"http://127.0.0.1:{port}").locate(ADDRESS) is None
