"""Connections to a PACS: used again, given up when nothing comes, and not kept for nobody."""

import asyncio

import pytest

from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.exchange import Exchange
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.room import Room
from shared.infrastructure.dicomweb.upstream import Upstream

LARGE = 3 << 20  # bytes: read piece by piece
FRAME = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\npix"


@pytest.fixture(autouse=True)
def never_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is."""
    monkeypatch.setattr("shared.infrastructure.dicomweb.upstream.IDLE", 3600)


class Pacs:
    """Says to each request what it is told to; an empty answer is silence, and `cut` ends a connection."""

    def __init__(self, *answers: bytes) -> None:
        self._answers, self.asked = list(answers), list[int]()  # on which connection
        self.cut = set[int]()  # requests behind which the connection is closed
        self._connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        mine = self._connections
        while not reader.at_eof() and await _request(reader):
            self.asked.append(mine)
            writer.write(self._answers.pop(0))
            if len(self.asked) in self.cut:
                break
        writer.close()


async def _request(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


def read(pacs: Pacs, times: int = 1, timeout: float = 60) -> list[bytes]:
    async def reading() -> list[bytes]:
        server = await asyncio.start_server(pacs.serve, "127.0.0.1")
        async with server:
            port = server.sockets[0].getsockname()[1]
            upstream = Upstream(locate(f"http://127.0.0.1:{port}/", Places.here()), {}, timeout)
            found = [await _body(upstream) for _ in range(times)]
            server.close_clients()
            return found

    return asyncio.run(asyncio.wait_for(reading(), 60))


async def _body(upstream: Upstream) -> bytes:
    reply = await upstream.get("/frame", "*/*")
    return b"".join([bytes(chunk) async for chunk in reply.chunks])


@pytest.mark.parametrize("length", [None, 5000, LARGE])
def test_a_pacs_that_falls_silent_is_given_up(length: int | None) -> None:
    begun = f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\npix".encode() if length else b""
    with pytest.raises(Unavailable, match=r"did not answer within 0\.2 s"):
        read(Pacs(begun), timeout=0.2)


def test_a_connection_is_used_again() -> None:
    pacs = Pacs(FRAME, FRAME, FRAME)
    assert read(pacs, 3) == [b"pix"] * 3
    assert pacs.asked == [1, 1, 1]


@pytest.mark.parametrize("left", [b"", FRAME[:-1]], ids=["before", "within"])
def test_what_a_used_connection_breaks_off_is_asked_for_anew(left: bytes) -> None:
    pacs = Pacs(FRAME, left, FRAME)
    pacs.cut = {2}
    assert read(pacs, 2) == [b"pix"] * 2
    assert pacs.asked == [1, 1, 2]


def test_a_connection_is_kept_until_nobody_has_used_it_for_long() -> None:
    async def idle(patience: float) -> bool:
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(Pacs(FRAME).serve, "127.0.0.1")
        async with server:
            port = server.sockets[0].getsockname()[1]
            _, exchange = await loop.create_connection(lambda: Exchange(loop, 60, Room()), "127.0.0.1", port)
            await exchange.ask(b"GET / HTTP/1.1\r\n\r\n")
            exchange.heard -= patience
            exchange._look()  # pyright: ignore[reportPrivateUsage]
            is_open = exchange.is_open
            exchange.close()
            return is_open

    assert asyncio.run(idle(1))
    assert not asyncio.run(idle(60))
