"""Asks for many paths over a few connections, as fast as they are answered, and throws away what comes.

Run as a program, so that it takes no turn of what it measures: reads a Load and prints an Outcome, as JSON.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections import deque
from typing import NamedTuple, cast

import httptools


class Load(NamedTuple):
    port: int
    paths: list[str]
    headers: dict[str, str]
    connections: int


class Outcome(NamedTuple):
    seconds: float
    latencies: list[float]  # seconds, of each request
    bytes: int


def ask(load: Load) -> Outcome:
    """In a process of its own. Raises RuntimeError where an answer was no success."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.servers.load"],
        input=json.dumps(load),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Outcome(*json.loads(done.stdout))


class Connection(asyncio.BufferedProtocol):
    """Costs as little as it can: bodies are counted, not looked at."""

    def __init__(
        self, load: Load, waiting: deque[str], latencies: list[float], done: asyncio.Future[None]
    ) -> None:
        self._waiting, self._latencies, self._done = waiting, latencies, done
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in load.headers.items())
        self._scratch = memoryview(bytearray(1 << 20))
        self.bytes = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._ask()

    def _ask(self) -> None:
        if not self._waiting:
            self._transport.close()
            return
        path = self._waiting.popleft()
        self._parser, self._left, self._stated = httptools.HttpResponseParser(self), 0, False
        self._begun = time.perf_counter()
        self._transport.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{self._headers}\r\n".encode())

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002  asyncio names it
        return self._scratch

    def buffer_updated(self, nbytes: int) -> None:
        if not self._left:
            self._parser.feed_data(self._scratch[:nbytes])
            return
        self._count(nbytes)

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-length":
            self._left, self._stated = int(value), True

    def on_headers_complete(self) -> None:
        if self._parser.get_status_code() != 200:
            raise RuntimeError(f"HTTP {self._parser.get_status_code()}")

    def on_body(self, body: bytes) -> None:
        if self._left:
            self._count(len(body))
        else:
            self.bytes += len(body)

    def _count(self, length: int) -> None:
        self.bytes += length
        self._left -= length
        if not self._left:
            self._ended()

    def on_message_complete(self) -> None:
        if not self._stated:
            self._ended()

    def _ended(self) -> None:
        self._latencies.append(time.perf_counter() - self._begun)
        asyncio.get_running_loop().call_soon(self._ask)

    def connection_lost(self, exc: BaseException | None) -> None:  # noqa: ARG002  asyncio names it
        if not self._done.done():
            self._done.set_result(None)


async def measure(load: Load) -> Outcome:
    loop, waiting, latencies = asyncio.get_running_loop(), deque(load.paths), list[float]()
    begun = time.perf_counter()
    connections: list[Connection] = []
    ends = [loop.create_future() for _ in range(load.connections)]
    for end in ends:
        _, connection = await loop.create_connection(
            lambda end=end: Connection(load, waiting, latencies, end), "127.0.0.1", load.port
        )
        connections.append(connection)
    await asyncio.gather(*ends)
    seconds = time.perf_counter() - begun
    if len(latencies) < len(load.paths):
        raise RuntimeError(f"only {len(latencies)} of {len(load.paths)} answers came")
    return Outcome(seconds, latencies, sum(connection.bytes for connection in connections))


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(Load(*json.load(sys.stdin))))))
