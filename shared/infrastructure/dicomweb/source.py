"""A PACS behind DICOMweb as a source of studies."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from shared.application.dicom.omitted import with_omitted
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
from shared.domain.errors import NotFound
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.fetching import Fetching
from shared.infrastructure.dicomweb.guard import Target
from shared.infrastructure.dicomweb.lists import JSON, data_sets
from shared.infrastructure.dicomweb.making import Making
from shared.infrastructure.dicomweb.pictures import Pictures
from shared.infrastructure.dicomweb.queries import Queries
from shared.infrastructure.dicomweb.relay import Declined, Relay
from shared.infrastructure.dicomweb.stamping import stamped
from shared.infrastructure.dicomweb.storing import Storing
from shared.infrastructure.dicomweb.upstream import Upstream

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
        self._fetching = Fetching(self._client, target.path, self._making, self._queries.search)
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
        return [with_omitted(with_pixels(relinked(one, path))) for one in found]

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        return self._fetching.instances(study_uid, series_uid)

    async def open(self, resource: Resource, accept: str) -> Answer:
        match resource.variant:
            case "metadata":
                found = await asyncio.to_thread(self.metadata, resource)
                return Whole.of(await asyncio.to_thread(_json, found), JSON)
            case "rendered" | "thumbnail":
                return stamped(await self._pictures.open(resource, accept))
            case "bulkdata":
                return stamped(await self._pixels(resource, accept))
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


def _json(found: list[DicomJson]) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode()
