"""Our own archive as a source of studies: records tell what there is, blobs hold it."""

import asyncio
import gzip
import json
from collections.abc import Iterable, Iterator

from shared.application.dicom.source import (
    ByteStream,
    DicomJson,
    InstanceFile,
    Resource,
    Search,
    Stored,
)
from shared.application.ports import Blobs, RecordStore
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.infrastructure.archive.catalogue import Catalogue
from shared.infrastructure.archive.ingest import Ingest
from shared.infrastructure.archive.opening import Opening
from shared.infrastructure.archive.prepared import PreparedMetadata
from shared.infrastructure.archive.rows import INSTANCE, StoredInstance, instance_of, unpack

JSON = "application/dicom+json"
MOST_KNOWN = 2000  # instances whose rows are remembered: a viewer asks for frame after frame


class ArchiveSource:
    def __init__(self, organization_id: str, records: RecordStore, blobs: Blobs) -> None:
        self._organization_id, self._records, self._blobs = organization_id, records, blobs
        self._catalogue = Catalogue(organization_id, records)
        self._prepared = PreparedMetadata(organization_id, records, blobs, self._catalogue)
        self._known: dict[tuple[str, str], StoredInstance] = {}  # an instance never changes once stored

    def search(self, search: Search) -> list[DicomJson]:
        return self._catalogue.search(search)

    def metadata(self, resource: Resource) -> list[DicomJson]:
        if resource.sop_uid:
            [one] = self.stored(resource)
            return [unpack(one.metadata)]
        found: list[DicomJson] = []
        for series_uid in self._series(resource):
            found += json.loads(gzip.decompress(self._prepared.of(resource.study_uid, series_uid)))
        return found

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        for one in self.stored(Resource(study_uid, series_uid)):
            data = self._blobs.get(one.blob)
            yield InstanceFile(one.sop_uid, one.sop_class_uid, one.transfer_syntax_uid, one.number, data)

    async def open(self, resource: Resource, accept: str) -> ByteStream:
        if resource.variant == "metadata":
            return await self._open_metadata(resource)
        instances = await asyncio.to_thread(self.stored, resource)
        return await Opening(self._blobs, instances).open(resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        return Ingest(self._organization_id, self._records, self._blobs).store(parts, study_uid)

    def stored(self, resource: Resource) -> list[StoredInstance]:
        """What lies under a study, series or instance, in order. Raises NotFound."""
        if resource.sop_uid:
            return [self._instance(resource, resource.sop_uid)]
        found = [
            one
            for series_uid in self._series(resource)
            for one in self._catalogue.instances(resource.study_uid, series_uid)
        ]
        if not found:
            raise NotFound("There is no such series.")
        return found

    def _series(self, resource: Resource) -> list[str]:
        if resource.series_uid:
            return [resource.series_uid]
        if series := [record.id for record in self._catalogue.series(resource.study_uid)]:
            return series
        raise NotFound("There is no such study.")

    def _instance(self, resource: Resource, sop_uid: str) -> StoredInstance:
        key = (resource.study_uid, sop_uid)
        if (one := self._known.get(key)) is None:
            partition = partitions.study(self._organization_id, resource.study_uid)
            record = self._records.get(partition, INSTANCE, sop_uid)
            if record is None:
                raise NotFound("There is no such image.")
            one = instance_of(record)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = one
        if resource.series_uid not in (None, one.series_uid):
            raise NotFound("There is no such image.")
        return one

    async def _open_metadata(self, resource: Resource) -> ByteStream:
        if resource.series_uid and not resource.sop_uid:
            packed = await asyncio.to_thread(self._prepared.of, resource.study_uid, resource.series_uid)
        else:
            found = await asyncio.to_thread(self.metadata, resource)
            packed = await asyncio.to_thread(gzip.compress, json.dumps(found).encode(), 6)
        return ByteStream.of(packed, JSON, {"Content-Encoding": "gzip"})
