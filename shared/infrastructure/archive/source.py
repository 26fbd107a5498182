"""Our own archive as a source of studies: records tell what there is, packs in Blob hold it."""

import asyncio
import gzip
import json
from collections.abc import Iterable, Iterator

from shared.application.dicom.source import (
    Answer,
    DicomJson,
    InstanceFile,
    Resource,
    Search,
    Stored,
    Whole,
)
from shared.application.ports import Blobs, RecordStore
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.infrastructure.archive.catalogue import Catalogue
from shared.infrastructure.archive.ingest import Ingest
from shared.infrastructure.archive.packed import PackedSeries
from shared.infrastructure.archive.rows import INSTANCE, unpack
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.lighter import Lighter
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.serving import Serving

JSON = "application/dicom+json"


class ArchiveSource:
    """`near`: of the process, shared by its organizations; names of blobs tell these apart."""

    def __init__(
        self,
        organization_id: str,
        records: RecordStore,
        blobs: Blobs,
        near: Near | None = None,
        lighter: Lighter | None = None,
    ) -> None:
        self._organization_id, self._records, self._blobs = organization_id, records, blobs
        near = near or Near(blobs)
        self._catalogue = Catalogue(organization_id, records)
        self._series = PackedSeries(self._catalogue, records, blobs, near, lighter)
        self._files = Files(blobs, near)
        self._serving = Serving(self._files)

    def search(self, search: Search) -> list[DicomJson]:
        return self._catalogue.search(search)

    def metadata(self, resource: Resource) -> list[DicomJson]:
        if resource.sop_uid:
            partition = partitions.study(self._organization_id, resource.study_uid)
            record = self._records.get(partition, INSTANCE, resource.sop_uid)
            if record is None or resource.series_uid not in (None, record.body["series_uid"]):
                raise NotFound("There is no such image.")
            return [unpack(str(record.body["metadata"]))]
        found: list[DicomJson] = []
        for pack in self._packs(resource):
            found += json.loads(gzip.decompress(pack.metadata))
        return found

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        for one in self._series.of(study_uid, series_uid).instances.values():
            data = self._files.read(one)
            yield InstanceFile(one.sop_uid, one.sop_class_uid, one.transfer_syntax_uid, one.number, data)

    async def open(self, resource: Resource, accept: str) -> Answer:
        if resource.variant == "metadata":
            return await self._open_metadata(resource)
        if resource.series_uid and resource.sop_uid:
            pack, one = await self._instance(resource, resource.series_uid, resource.sop_uid)
            return await self._serving.open([one], resource, accept, pack.lights)
        return await self._serving.open(await asyncio.to_thread(self._stored, resource), resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        try:
            return Ingest(self._organization_id, self._records, self._blobs).store(parts, study_uid)
        finally:
            self._series.forget()

    async def _instance(
        self, resource: Resource, series_uid: str, sop_uid: str
    ) -> tuple[Pack, StoredInstance]:
        """Never changes once it is stored, so nobody has to be asked again. Raises NotFound."""
        pack = self._series.remembered(resource.study_uid, series_uid)
        if pack is None or sop_uid not in pack.instances:
            pack = await asyncio.to_thread(self._series.of, resource.study_uid, series_uid)
        if sop_uid not in pack.instances:
            raise NotFound("There is no such image.")
        if resource.frames:
            self._series.begin(resource.study_uid, series_uid, pack)
        return pack, pack.instances[sop_uid]

    def _stored(self, resource: Resource) -> list[StoredInstance]:
        """What lies under a study or series, in order. Raises NotFound."""
        found = [one for pack in self._packs(resource) for one in pack.instances.values()]
        if not found:
            raise NotFound("There is no such image.")
        return found

    def _packs(self, resource: Resource) -> list[Pack]:
        series = [resource.series_uid] if resource.series_uid else self._series_of(resource.study_uid)
        return [self._series.of(resource.study_uid, uid) for uid in series]

    def _series_of(self, study_uid: str) -> list[str]:
        if series := [record.id for record in self._catalogue.series(study_uid)]:
            return series
        raise NotFound("There is no such study.")

    async def _open_metadata(self, resource: Resource) -> Answer:
        if resource.series_uid and not resource.sop_uid:
            pack = self._series.current(resource.study_uid, resource.series_uid)
            if pack is None:
                pack = await asyncio.to_thread(self._series.of, resource.study_uid, resource.series_uid)
            return Whole.of(pack.metadata, JSON, {"Content-Encoding": "gzip", "ETag": pack.etag})
        found = await asyncio.to_thread(self.metadata, resource)
        packed = await asyncio.to_thread(gzip.compress, json.dumps(found).encode(), 6)
        return Whole.of(packed, JSON, {"Content-Encoding": "gzip"})
