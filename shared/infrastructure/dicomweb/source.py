"""A PACS behind DICOMweb as a source of studies."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from shared.application.dicom.paths import path_of
from shared.application.dicom.repair import relinked, with_pixels
from shared.application.dicom.source import (
    Answer,
    DicomJson,
    InstanceFile,
    Resource,
    Search,
    Stored,
    Whole,
)
from shared.application.models.dicom_rows import number, text
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.guard import Target
from shared.infrastructure.dicomweb.lists import JSON, data_sets
from shared.infrastructure.dicomweb.making import Making
from shared.infrastructure.dicomweb.pictures import Pictures
from shared.infrastructure.dicomweb.queries import Queries
from shared.infrastructure.dicomweb.relay import Declined, Relay
from shared.infrastructure.dicomweb.retrieval import parts_of
from shared.infrastructure.dicomweb.storing import Storing
from shared.infrastructure.dicomweb.upstream import Upstream
from shared.infrastructure.part10.instance import described

FILES = 'multipart/related; type="application/dicom"; transfer-syntax=*'
TIMEOUT = 10.0  # seconds without a byte


class PacsSource:
    def __init__(
        self,
        target: Target,
        headers: Mapping[str, str],
        *,
        today: Callable[[], date],
        timeout: float = TIMEOUT,
        dialect: Dialect | None = None,
    ) -> None:
        """`headers`: what authorizes us, to be sent with every request. `dialect`: None: to be learnt."""
        dialect = dialect or Dialect()
        self._root = target.path
        self._client = Client(target, headers, timeout)
        self._queries = Queries(self._client, target.path, today, dialect)
        self._relay = Relay(Upstream(target, headers, timeout), target.path)
        self._making = Making(self._client, target.path)
        self._pictures = Pictures(self, self._relay, self._making, dialect)

    def search(self, search: Search) -> list[DicomJson]:
        return self._queries.search(search)

    def metadata(self, resource: Resource) -> list[DicomJson]:
        path = f"{self._root}/{path_of(resource)}/metadata"
        answer = self._client.get(path, JSON)
        if refusal := refusal_of(answer.status):
            raise refusal
        found = data_sets(answer.body)
        if not found:
            raise NotFound("The PACS has no such images.")
        return [with_pixels(relinked(one, path)) for one in found]

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        expected, received = self._count(study_uid, series_uid), 0
        path = f"{self._root}/{path_of(Resource(study_uid, series_uid))}"
        with self._client.stream("GET", path, {"Accept": FILES}) as response:
            if refusal := refusal_of(response.status):
                raise refusal
            for part in parts_of(response):
                received += 1
                yield described(part)
        if received < expected:
            raise Unavailable(
                f"The PACS sent {received} of {expected} images of this series: it is incomplete."
            )

    async def open(self, resource: Resource, accept: str) -> Answer:
        match resource.variant:
            case "metadata":
                found = await asyncio.to_thread(self.metadata, resource)
                return Whole.of(await asyncio.to_thread(_json, found), JSON)
            case "rendered" | "thumbnail":
                return await self._pictures.open(resource, accept)
            case _:
                return await self._pixels(resource, accept)

    async def _pixels(self, resource: Resource, accept: str) -> Answer:
        try:
            return await self._relay.open(resource, accept)
        except Declined:
            if not resource.frames and resource.variant != "bulkdata":
                raise
        except NotFound:
            if resource.variant != "bulkdata":
                raise
        return await self._making.open(resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        return Storing(self._client, self._root, self._making).store(parts, study_uid)

    def _count(self, study_uid: str, series_uid: str) -> int:
        """Of the instances that the PACS says a series has; 0 where it does not say."""
        rows = self.search(Search("series", {"SeriesInstanceUID": series_uid}, study_uid))
        mine = [row for row in rows if text(row, "0020000E") == series_uid]
        if not mine:
            raise NotFound("The PACS has no such series.")
        return number(mine[0], "00201209") or 0


def _json(found: list[DicomJson]) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode()
