"""One connection to a PACS: a request goes out, the answer comes in chunk by chunk, then perhaps another.

An answer that is small enough is received straight into one buffer, without a copy on the way.
"""

import asyncio
from collections import deque
from collections.abc import Buffer
from typing import cast

import httptools

from shared.infrastructure.dicomweb.failures import INCOMPLETE
from shared.infrastructure.dicomweb.room import Room

PLENTY = 1 << 20  # bytes waiting to be taken, above which nothing more is read
LARGEST_HEADERS = 64 << 10  # bytes
SCRATCH = 256 << 10  # bytes read at a time
HEAD = 4 << 10  # bytes read before the headers are known: what comes with them is copied


class Exchange(asyncio.BufferedProtocol):
    """Also the callbacks of httptools' parser.

    Hundreds of answers come in a second, so each wakes who waits for it once, and one timer watches them all.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, timeout: float, room: Room) -> None:
        self.loop, self._timeout, self._room = loop, timeout, room
        self._lost: BaseException | None = None
        self._scratch = memoryview(bytearray(SCRATCH))
        self._waiter: asyncio.Future[None] | None = None
        self.heard = loop.time()  # when something came last, or was asked
        self._watch = loop.call_later(timeout, self._look)
        self._reset()

    def _reset(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self.headers: dict[str, str] = {}
        self._headers_size = 0
        self._whole: bytearray | None = None  # where an answer lies that is small
        self._filled = 0  # bytes of it
        self._chunks: deque[bytes] = deque()
        self._waiting = 0  # bytes in chunks
        self._paused = self._answered = self._complete = self._keeps_alive = False

    async def ask(self, request: bytes) -> bytearray | None:
        """Send, and wait: for all of an answer that is small, else for its headers. Raises OSError."""
        self._reset()
        self._transport.write(request)
        while not self._answered or (self._whole is not None and not self._complete):
            await self._more()
        return self._whole

    async def read(self) -> bytes:
        """What has arrived; empty at the end. Raises OSError where the answer breaks off."""
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
        """Until there is something for who waits."""
        if self._lost:
            raise self._lost
        self._waiter, self.heard = self.loop.create_future(), self.loop.time()
        await self._waiter

    def _tell(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    def _look(self) -> None:
        """Nothing may come for so long where somebody waits; a connection that nobody uses is not kept."""
        silent = self.loop.time() - self.heard
        if silent < self._timeout:
            self._watch = self.loop.call_later(self._timeout - silent, self._look)
        elif self._waiter and not self._waiter.done():
            self._fail(TimeoutError())
        elif self._complete:
            self.close()
        else:  # an answer that is taken slowly
            self._watch = self.loop.call_later(self._timeout, self._look)

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

    def get_buffer(self, sizehint: int) -> Buffer:  # noqa: ARG002  asyncio names it
        if self._whole is not None and not self._complete:
            return memoryview(self._whole)[self._filled :]
        return self._scratch if self._answered else self._scratch[:HEAD]

    def buffer_updated(self, nbytes: int) -> None:
        self.heard = self.loop.time()
        if self._complete:
            self._fail(ConnectionError("an answer that nobody asked for"))
        elif self._whole is not None:
            self._fill(nbytes)
        else:
            self._parse(self._scratch[:nbytes].tobytes())
        if self._complete or (self._answered and self._whole is None):
            self._tell()

    def _fill(self, count: int) -> None:
        self._filled += count
        self._complete = self._filled == len(self._whole or b"")

    def _parse(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._fail(ConnectionError("not HTTP"))

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._answered and not self._announced and exc is None:
            self._complete = True  # an answer without a length ends where the connection does
        self._fail(exc or ConnectionResetError(INCOMPLETE))
        self._watch.cancel()

    def _fail(self, error: BaseException) -> None:
        self._lost = self._lost or error
        self._transport.close()
        self._tell()

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
        self._keeps_alive = self._parser.should_keep_alive()
        length = self.headers.get("content-length", "")
        if "transfer-encoding" not in self.headers and length.isdecimal() and 0 < int(length) <= PLENTY:
            self._whole = self._room.take(int(length))

    def on_body(self, body: bytes) -> None:
        if self._whole is not None:
            self._whole[self._filled : self._filled + len(body)] = body
            self._fill(len(body))
            return
        self._chunks.append(body)
        self._waiting += len(body)
        if self._waiting > PLENTY and not self._paused and not self._transport.is_closing():
            self._paused = True
            self._transport.pause_reading()

    def on_message_complete(self) -> None:
        if self._whole is None:
            self._keeps_alive = self._parser.should_keep_alive()  # a body without a length: known now only
        self._complete = True
