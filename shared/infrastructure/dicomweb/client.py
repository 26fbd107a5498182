"""Blocking requests to one PACS, over connections that are kept for as long as servers keep them."""

import re
import ssl
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import create_connection, socket
from threading import Lock
from time import monotonic
from typing import NamedTuple

from shared.infrastructure.dicomweb.failures import failure_of
from shared.infrastructure.dicomweb.guard import Target
from shared.infrastructure.dicomweb.remarks import trouble
from shared.infrastructure.dicomweb.watching import asked

IDLE = 0.8  # seconds; Orthanc closes a connection that it has not heard from for 1 s
TOTAL = re.compile(r"[0-9]{1,9}", re.ASCII)
LARGEST = 512 << 20  # bytes of an image that is held as a whole
LARGEST_LIST = 32 << 20  # bytes; of 3,000 images a server tells some 16 MB


class Answer(NamedTuple):
    status: int
    content_type: str
    body: bytes
    total: int | None = None  # rows of a search, of all its pages


class Connection(HTTPConnection):
    """To an address that was checked, whatever the name means by now."""

    def __init__(self, target: Target, timeout: float) -> None:
        super().__init__(target.host, target.port, timeout)
        self._target = target
        self.idle_since = 0.0

    def connect(self) -> None:
        plain = self._dial()
        if self._target.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self._target.host)
        else:
            self.sock = plain

    def _dial(self) -> socket:
        *others, last = self._target.addresses
        for address in others:
            try:
                return create_connection((address, self._target.port), self.timeout)
            except OSError:
                continue
        return create_connection((last, self._target.port), self.timeout)


class Client:
    def __init__(self, target: Target, headers: Mapping[str, str], timeout: float) -> None:
        self._target, self._headers, self._timeout = target, dict(headers), timeout
        self._idle: list[Connection] = []
        self._lock = Lock()

    def get(self, path: str, accept: str) -> Answer:
        """Raises Unavailable where no answer comes; every status is an answer."""
        with self.stream("GET", path, {"Accept": accept}) as response:
            return whole(response, LARGEST_LIST)

    def post(self, path: str, body: bytes, content_type: str, accept: str) -> Answer:
        with self.stream("POST", path, {"Accept": accept, "Content-Type": content_type}, body) as response:
            return whole(response, LARGEST_LIST)

    @contextmanager
    def stream(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Generator[HTTPResponse]:
        """The answer, to be read within. What goes wrong while it is read becomes Unavailable too."""
        try:
            with asked(path):
                connection, response = self._exchange(method, path, {**self._headers, **headers}, body)
        except (OSError, HTTPException) as error:
            raise failure_of(error, self._timeout) from error
        reusable = False
        try:
            yield response
            reusable = response.isclosed() and not response.will_close
        except (OSError, HTTPException) as error:
            raise failure_of(error, self._timeout) from error
        finally:
            if reusable:
                self._keep(connection)
            else:
                connection.close()

    def _exchange(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None
    ) -> tuple[Connection, HTTPResponse]:
        if kept := self._kept():
            try:
                return kept, _ask(kept, method, path, headers, body)
            except (ConnectionError, HTTPException):  # closed by the PACS meanwhile
                kept.close()
        fresh = Connection(self._target, self._timeout)
        try:
            return fresh, _ask(fresh, method, path, headers, body)
        except BaseException:
            fresh.close()
            raise

    def _kept(self) -> Connection | None:
        with self._lock:
            while self._idle:
                connection = self._idle.pop()
                if monotonic() - connection.idle_since < IDLE:
                    return connection
                connection.close()
        return None

    def _keep(self, connection: Connection) -> None:
        connection.idle_since = monotonic()
        with self._lock:
            self._idle.append(connection)


def _ask(
    connection: Connection, method: str, path: str, headers: dict[str, str], body: bytes | None
) -> HTTPResponse:
    connection.request(method, path, body, headers)
    return connection.getresponse()


def whole(response: HTTPResponse, largest: int = LARGEST) -> Answer:
    """Raises Unavailable where it is too large, or cut short."""
    body = response.read(largest)
    if not response.isclosed() and response.read(1):
        raise trouble("too-much")
    if response.length:  # bytes that were announced and did not come
        raise trouble("broken-off")
    total = response.headers.get("X-Total-Count", "")
    kind = response.headers.get("Content-Type", "")
    return Answer(response.status, kind, body, int(total) if TOTAL.fullmatch(total) else None)
