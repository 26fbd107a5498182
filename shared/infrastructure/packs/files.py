"""The bytes of stored instances: from this machine's disk, or from Blob where they are too large for it."""

import asyncio
from collections.abc import AsyncGenerator, Iterator

from shared.application.dicom.source import Piece
from shared.application.ports import Blobs
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Light


class Files:
    def __init__(self, blobs: Blobs, near: Near) -> None:
        self._blobs, self._near = blobs, near

    async def whole(self, one: StoredInstance) -> memoryview | None:
        """None for one that is too large to be held."""
        blob = self._near.find(one.blob)
        if blob is None:
            blob = await asyncio.to_thread(self._near.fetch, one.blob, one.end)
        return None if blob is None else blob[one.offset : one.end]

    async def frame(self, one: StoredInstance, number: int) -> list[Piece]:
        if (file := await self.whole(one)) is not None:
            return [file[at : at + length] for at, length in _ranges(one, number)]
        return await asyncio.to_thread(self._frame, one, number)

    async def light(self, light: Light, number: int) -> list[Piece]:
        """The smaller form of a frame, which there is."""
        at, length = light.frames[number - 1]
        blob = self._near.find(light.blob)
        if blob is None:
            blob = await asyncio.to_thread(self._near.fetch, light.blob, light.end)
        if blob is None:
            return [await asyncio.to_thread(self._blobs.get, light.blob, at, length)]
        return [blob[at : at + length]]

    def _frame(self, one: StoredInstance, number: int) -> list[Piece]:
        return [self._blobs.get(one.blob, one.offset + at, length) for at, length in _ranges(one, number)]

    async def chunks(self, one: StoredInstance) -> AsyncGenerator[Piece]:
        if (file := await self.whole(one)) is not None:
            yield file
            return
        chunks = await asyncio.to_thread(self._blobs.stream, one.blob, one.offset, one.size)
        while chunk := await asyncio.to_thread(next, chunks, b""):
            yield chunk

    def read(self, one: StoredInstance) -> bytes:
        """Blocks."""
        near = self._near.fetch(one.blob, one.end)
        if near is None:
            return self._blobs.get(one.blob, one.offset, one.size)
        return bytes(near[one.offset : one.end])


def _ranges(one: StoredInstance, number: int) -> Iterator[tuple[int, int]]:
    """Offset and length of each piece of a frame, in bytes of the file."""
    ranges = one.frames[number - 1]
    return zip(ranges[::2], ranges[1::2], strict=True)
