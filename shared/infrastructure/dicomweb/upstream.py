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
from shared.infrastructure.dicomweb.watching import asked

IDLE = 0.8  # seconds; Orthanc closes a connection that it has not heard from for 1 s


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    chunks: AsyncGenerator[Piece]
    whole: bytearray | None  # the same, where it is small enough to have been awaited


class Upstream:
    def __init__(self, target: Target, headers: Mapping[str, str], timeout: float) -> None:
        self._target, self._timeout = target, timeout
        self._headers = "".join(
            f"{name}: {value}\r\n" for name, value in {"Host": target.authority, **headers}.items()
        )
        self._idle: list[Exchange] = []
        self._room = Room()

    async def get(self, path: str, accept: str) -> Reply:
        """Raises Unavailable. Whoever takes the reply reads or closes its chunks."""
        with asked(path):
            return await self._get(path, accept)

    async def _get(self, path: str, accept: str) -> Reply:
        request = f"GET {path} HTTP/1.1\r\n{self._headers}Accept: {accept}\r\n\r\n".encode("latin-1")
        try:
            exchange, whole = await self._ask(request)
        except (OSError, Unavailable) as error:
            raise failure_of(error, self._timeout) from error
        if whole is None:
            return Reply(exchange.status, exchange.headers, self._chunks(exchange), None)
        self._keep(exchange)
        self._room.keep(whole)
        return Reply(exchange.status, exchange.headers, _chunk(whole), whole)

    async def _ask(self, request: bytes) -> tuple[Exchange, bytearray | None]:
        if kept := self._kept():
            try:
                return kept, await kept.ask(request)
            except ConnectionError:  # closed by the PACS meanwhile
                kept.close()
            except BaseException:
                kept.close()
                raise
        fresh = await self._connect()
        try:
            return fresh, await fresh.ask(request)
        except BaseException:
            fresh.close()
            raise

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
            if exchange.loop is not loop or not exchange.is_open:
                continue
            if loop.time() - exchange.heard < IDLE:
                return exchange
            exchange.close()
        return None

    def _keep(self, exchange: Exchange) -> None:
        if exchange.is_reusable:
            self._idle.append(exchange)
        else:
            exchange.close()

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
