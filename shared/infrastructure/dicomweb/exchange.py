"""One connection to a PACS: a request goes out, the answer comes in chunk by chunk, then perhaps another."""

import asyncio
from collections import deque
from typing import cast

import httptools

from shared.infrastructure.dicomweb.failures import INCOMPLETE

PLENTY = 1 << 20  # bytes waiting to be taken, above which nothing more is read
LARGEST_HEADERS = 64 << 10  # bytes


class Exchange(asyncio.Protocol):
    """Also the callbacks of httptools' parser."""

    timer: asyncio.TimerHandle

    def __init__(self, loop: asyncio.AbstractEventLoop, timeout: float) -> None:
        self.loop, self._timeout = loop, timeout
        self._lost: BaseException | None = None
        self._reset()

    def _reset(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self.headers: dict[str, str] = {}
        self._headers_size = 0
        self._chunks: deque[bytes] = deque()
        self._waiting = 0  # bytes in chunks
        self._paused = self._answered = self._complete = self._keeps_alive = False
        self._news = asyncio.Event()

    async def ask(self, request: bytes) -> None:
        """Send, and wait for the headers. Raises OSError."""
        self._reset()
        self._transport.write(request)
        async with asyncio.timeout(self._timeout):
            while not self._answered:
                await self._more()

    async def read(self) -> bytes:
        """What has arrived; empty at the end. Raises OSError where the answer breaks off."""
        if not self._chunks and not self._complete:
            async with asyncio.timeout(self._timeout):
                while not self._chunks and not self._complete:
                    await self._more()
        chunk = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        self._chunks.clear()
        self._waiting = 0
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        return chunk

    async def _more(self) -> None:
        if self._lost:
            raise self._lost
        self._news.clear()
        await self._news.wait()

    @property
    def status(self) -> int:
        return self._parser.get_status_code()

    @property
    def is_open(self) -> bool:
        return self._lost is None and not self._transport.is_closing()

    @property
    def is_reusable(self) -> bool:
        return self.is_open and self._complete and self._keeps_alive and not self._chunks

    def close(self) -> None:
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._fail(ConnectionError("not HTTP"))
        self._news.set()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._answered and not self._announced and exc is None:
            self._complete = True  # an answer without a length ends where the connection does
        self._fail(exc or ConnectionResetError(INCOMPLETE))

    def _fail(self, error: BaseException) -> None:
        self._lost = self._lost or error
        self._transport.close()
        self._news.set()

    @property
    def _announced(self) -> bool:
        return "content-length" in self.headers or "chunked" in self.headers.get("transfer-encoding", "")

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers_size += len(name) + len(value)
        if self._headers_size > LARGEST_HEADERS:
            self._fail(ConnectionError("headers without end"))
        self.headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))

    def on_headers_complete(self) -> None:
        self._answered = True

    def on_body(self, body: bytes) -> None:
        self._chunks.append(body)
        self._waiting += len(body)
        if self._waiting > PLENTY and not self._paused and not self._transport.is_closing():
            self._paused = True
            self._transport.pause_reading()

    def on_message_complete(self) -> None:
        self._keeps_alive = self._parser.should_keep_alive()  # known at this moment only
        self._complete = True
