"""Streams from one PACS on the event loop: pooled connections, read no faster than the bytes are taken."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, Mapping
from typing import NamedTuple

from shared.application.dicom.source import Piece
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.exchange import Exchange
from shared.infrastructure.dicomweb.failures import failure_of
from shared.infrastructure.dicomweb.guard import Target
from shared.infrastructure.dicomweb.room import Room

IDLE = 0.8  # seconds; Orthanc closes a connection that it has not heard from for 1 s


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    chunks: AsyncGenerator[Piece]
    whole: bytearray | None  # the same, where it is small enough to have been awaited


class Upstream:
    def __init__(self, target: Target, headers: Mapping[str, str], timeout: float) -> None:
        self._target, self._timeout = target, timeout
        self._headers = {"Host": target.authority, **headers}
        self._idle: list[Exchange] = []
        self._room = Room()

    async def get(self, path: str, accept: str) -> Reply:
        """Raises Unavailable. Whoever takes the reply reads or closes its chunks."""
        headers = {**self._headers, "Accept": accept}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        request = f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1")
        try:
            exchange = await self._ask(request)
            whole = await self._whole(exchange)
        except (OSError, Unavailable) as error:
            raise failure_of(error, self._timeout) from error
        chunks = self._chunks(exchange) if whole is None else _chunk(whole)
        return Reply(exchange.status, exchange.headers, chunks, whole)

    async def _ask(self, request: bytes) -> Exchange:
        if kept := self._kept():
            try:
                await kept.ask(request)
            except ConnectionError:  # closed by the PACS meanwhile
                kept.close()
            else:
                return kept
        fresh = await self._connect()
        try:
            await fresh.ask(request)
        except BaseException:
            fresh.close()
            raise
        return fresh

    async def _whole(self, exchange: Exchange) -> bytearray | None:
        try:
            whole = await exchange.whole()
        except BaseException:
            exchange.close()
            raise
        if whole is not None:
            self._keep(exchange)
            self._room.keep(whole)
        return whole

    async def _chunks(self, exchange: Exchange) -> AsyncGenerator[Piece]:
        try:
            while chunk := await exchange.read():
                yield chunk
        except OSError as error:
            raise failure_of(error, self._timeout) from error
        finally:
            self._keep(exchange)

    def _kept(self) -> Exchange | None:
        loop = asyncio.get_running_loop()
        while self._idle:
            exchange = self._idle.pop()
            if exchange.loop is loop and exchange.is_open:
                exchange.timer.cancel()
                return exchange
        return None

    def _keep(self, exchange: Exchange) -> None:
        if not exchange.is_reusable:
            exchange.close()
            return
        exchange.timer = exchange.loop.call_later(IDLE, exchange.close)
        self._idle.append(exchange)

    async def _connect(self) -> Exchange:
        target = self._target
        async with asyncio.timeout(self._timeout):
            for address in target.addresses[:-1]:
                try:
                    return await self._dial(address)
                except OSError:
                    continue
            return await self._dial(target.addresses[-1])

    async def _dial(self, address: str) -> Exchange:
        loop, target = asyncio.get_running_loop(), self._target
        secure = ssl.create_default_context() if target.scheme == "https" else None
        _, exchange = await loop.create_connection(
            lambda: Exchange(loop, self._timeout, self._room),
            address,
            target.port,
            ssl=secure,
            server_hostname=target.host if secure else None,
        )
        return exchange


async def _chunk(whole: bytearray) -> AsyncGenerator[Piece]:
    yield memoryview(whole)
