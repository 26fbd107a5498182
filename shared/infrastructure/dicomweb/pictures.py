"""Pictures of what a PACS holds: made by the PACS, or here where it makes none."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Protocol
from urllib.parse import urlencode

from shared.application.dicom.paths import path_of
from shared.application.dicom.source import (
    Answer,
    DicomJson,
    NotAcceptable,
    Piece,
    Rendering,
    Resource,
    Search,
    Whole,
)
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import NotFound
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.making import Making
from shared.infrastructure.dicomweb.relay import Relay, picture_media
from shared.infrastructure.part10.rendering import THUMBNAIL, size

TINY = (16, 16)
ENOUGH = 1 << 20  # bytes of a picture, in which it has said how large it is


class Searches(Protocol):
    def search(self, search: Search) -> list[DicomJson]: ...


class Pictures:
    def __init__(self, searches: Searches, relay: Relay, making: Making, dialect: Dialect) -> None:
        self._searches, self._relay, self._making, self._dialect = searches, relay, making, dialect

    async def open(self, resource: Resource, accept: str) -> Answer:
        media = picture_media(accept)
        if resource.sop_uid is None:
            resource = await asyncio.to_thread(self._representative, resource)
        if resource.variant == "thumbnail" and resource.rendering.viewport is None:
            resource = resource._replace(rendering=resource.rendering._replace(viewport=THUMBNAIL))
        if not _is_plain(resource.rendering) and not await self._sizes(resource, media):
            return await self._made(resource, media)
        path = f"{path_of(resource)}/rendered{_query(resource.rendering)}"
        return await self._relay.picture(path, media) or await self._made(resource, media)

    async def _sizes(self, resource: Resource, media: str) -> bool:
        """Whether the PACS makes pictures of the size that is asked for: some give them as they please."""
        if self._dialect.sizes_pictures is None:
            path = f"{path_of(resource)}/rendered{_query(Rendering(viewport=TINY))}"
            if given := await self._relay.picture(path, media):
                self._dialect.sizes_pictures = max(size(await _begun(given.chunks))) <= max(TINY)
        return self._dialect.sizes_pictures is not False

    async def _made(self, resource: Resource, media: str) -> Answer:
        return Whole.of(await asyncio.to_thread(self._making.picture, resource, media), media)

    def _representative(self, resource: Resource) -> Resource:
        """The middle instance of the series, or of the first series of the study that shows something."""
        series_uid = resource.series_uid
        if series_uid is None:
            found = self._searches.search(Search("series", {}, resource.study_uid))
            shown = [row for row in found if text(row, "00080060") not in ("SR", "PR", "KO", "DOC", "SEG")]
            if not shown:
                raise NotAcceptable("There is no picture to show.")
            series_uid = text(min(shown, key=lambda row: number(row, "00200011") or 0), "0020000E")
        found = self._searches.search(Search("instances", {}, resource.study_uid, series_uid))
        if not found:
            raise NotFound("The PACS has no such images.")
        found.sort(key=lambda row: number(row, "00200013") or 0)
        return resource._replace(series_uid=series_uid, sop_uid=text(found[len(found) // 2], "00080018"))


async def _begun(chunks: AsyncGenerator[Piece]) -> bytes:
    """Of a picture that may not be as small as was asked for."""
    found = b""
    try:
        async for chunk in chunks:
            found += chunk
            if len(found) > ENOUGH:
                break
    finally:
        await chunks.aclose()
    return found


def _is_plain(rendering: Rendering) -> bool:
    return rendering.viewport is None and rendering.window is None


def _query(rendering: Rendering) -> str:
    query: dict[str, str] = {}
    if rendering.viewport:
        query["viewport"] = ",".join(map(str, rendering.viewport))
    if rendering.window:
        query["window"] = ",".join(f"{number:g}" for number in rendering.window) + ",linear"
    if rendering.quality != Rendering().quality:
        query["quality"] = str(rendering.quality)
    return f"?{urlencode(query)}" if query else ""
