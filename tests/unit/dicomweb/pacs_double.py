"""A server that stands where a PACS should, and does what it is told: late, wrong or cut short."""

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Answer(NamedTuple):
    status: int = 200
    content_type: str = "application/dicom+json"
    body: bytes = b"[]"
    headers: tuple[tuple[str, str], ...] = ()
    stated: int | None = None  # Content-Length, where it is a lie
    delay: float = 0  # seconds


class Asked(NamedTuple):
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    method: str = "GET"
    body: bytes = b""


class PacsDouble:
    def __init__(self, answer: Callable[[Asked], Answer]) -> None:
        self.asked: list[Asked] = []
        double = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.do_GET()

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                headers = {k.lower(): v for k, v in self.headers.items()}
                body = self.rfile.read(int(headers.get("content-length", 0)))
                asked = Asked(parts.path, parse_qs(parts.query), headers, self.command, body)
                double.asked.append(asked)
                said = answer(asked)
                time.sleep(said.delay)
                self.send_response(said.status)
                self.send_header("Content-Type", said.content_type)
                self.send_header(
                    "Content-Length", str(len(said.body) if said.stated is None else said.stated)
                )
                for name, value in said.headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(said.body)
                self.close_connection = said.stated is not None

            def log_message(self, format: str, *_: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/dicom-web"


@contextmanager
def pacs_double(answer: Callable[[Asked], Answer]) -> Generator[PacsDouble]:
    double = PacsDouble(answer)
    thread = threading.Thread(target=double.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield double
    finally:
        double.server.shutdown()
        double.server.server_close()
