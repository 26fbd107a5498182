"""Pictures of what a PACS holds: made by the PACS, or here where it makes none."""

import asyncio
from typing import Protocol
from urllib.parse import urlencode

from shared.application.dicom.paths import path_of
from shared.application.dicom.source import (
    Answer,
    DicomJson,
    NotAcceptable,
    Rendering,
    Resource,
    Search,
    Whole,
)
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import NotFound
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.relay import Relay, picture_media
from shared.infrastructure.dicomweb.retrieval import parts_of
from shared.infrastructure.part10.rendering import THUMBNAIL, picture

FILE = 'multipart/related; type="application/dicom"; transfer-syntax=*'


class Searches(Protocol):
    def search(self, search: Search) -> list[DicomJson]: ...


class Pictures:
    def __init__(self, searches: Searches, relay: Relay, client: Client, root: str) -> None:
        self._searches, self._relay, self._client, self._root = searches, relay, client, root

    async def open(self, resource: Resource, accept: str) -> Answer:
        media = picture_media(accept)
        if resource.sop_uid is None:
            resource = await asyncio.to_thread(self._representative, resource)
        if resource.variant == "thumbnail" and resource.rendering.viewport is None:
            resource = resource._replace(rendering=resource.rendering._replace(viewport=THUMBNAIL))
        path = f"{path_of(resource)}/rendered{_query(resource.rendering)}"
        if made := await self._relay.picture(path, media):
            return made
        return Whole.of(await asyncio.to_thread(self._make, resource, media), media)

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

    def _make(self, resource: Resource, media: str) -> bytes:
        frame = resource.frames[0] if resource.frames else 1
        path = f"{self._root}/{path_of(resource._replace(frames=()))}"
        with self._client.stream("GET", path, {"Accept": FILE}) as response:
            if refusal := refusal_of(response.status):
                raise refusal
            [file] = parts_of(response)
        return picture(file, frame, resource.rendering, media)


def _query(rendering: Rendering) -> str:
    query: dict[str, str] = {}
    if rendering.viewport:
        query["viewport"] = ",".join(map(str, rendering.viewport))
    if rendering.window:
        query["window"] = ",".join(f"{number:g}" for number in rendering.window) + ",linear"
    if rendering.quality != Rendering().quality:
        query["quality"] = str(rendering.quality)
    return f"?{urlencode(query)}" if query else ""
