"""A source of studies, and the measurements that we keep of them beside it: as if they were one."""

import asyncio
import gzip
import json
from collections.abc import Iterable, Iterator

from shared.application.dicom.multipart import Malformed
from shared.application.dicom.source import (
    Answer,
    DicomJson,
    DicomSource,
    InstanceFile,
    Resource,
    Search,
    Stored,
    Whole,
)
from shared.application.models.dicom_rows import text
from shared.application.ports import Blobs
from shared.domain.errors import NotFound
from shared.domain.measurements import MeasurementVersion
from shared.infrastructure.measured.appending import appended
from shared.infrastructure.measured.rows import SERIES_UID, counted, merged
from shared.infrastructure.measured.sets import Measured, Sets, stored
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.serving import Serving

STUDY_UID, SOP_UID = "0020000D", "00080018"
JSON = "application/dicom+json"


class MeasuredSource:
    """Versions that were published lie in the source too; ours are shown in their place."""

    def __init__(
        self, organization_id: str, source: DicomSource, sets: Sets, blobs: Blobs, files: Files
    ) -> None:
        self._organization_id, self._source = organization_id, source
        self._sets, self._blobs, self._files = sets, blobs, files

    def search(self, search: Search) -> list[DicomJson]:
        if search.level == "studies":
            return self._counted(self._source.search(search))
        measured = self._of(search.study_uid) if search.study_uid else None
        if measured is None:
            return self._source.search(search)
        everything = self._source.search(search._replace(offset=0, limit=None))
        return merged(everything, self._metadata(measured.current), search)

    def metadata(self, resource: Resource) -> list[DicomJson]:
        measured = self._of(resource.study_uid)
        if measured is None or resource.series_uid not in (None, measured.series_uid):
            return self._source.metadata(resource)
        if resource.series_uid:
            return [self._metadata(self._version(measured, resource))]
        found = self._source.metadata(resource)
        others = [one for one in found if text(one, SERIES_UID) != measured.series_uid]
        return [*others, self._metadata(measured.current)]

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        measured = self._of(study_uid)
        if measured is None or series_uid != measured.series_uid:
            yield from self._source.instances(study_uid, series_uid)
            return
        one = measured.current
        yield InstanceFile(
            one.id, one.sop_class_uid, one.transfer_syntax_uid, one.number, self._blobs.get(one.blob)
        )

    async def open(self, resource: Resource, accept: str) -> Answer:
        """Reports have no frames: whoever asks for those asks hundreds of times, and does not wait here."""
        if resource.frames or (not resource.series_uid and resource.variant in ("rendered", "thumbnail")):
            return await self._source.open(resource, accept)
        if self._sets.is_without(self._organization_id, resource.study_uid):
            return await self._source.open(resource, accept)
        measured = await asyncio.to_thread(self._of, resource.study_uid)
        if measured is None or resource.series_uid not in (None, measured.series_uid):
            return await self._source.open(resource, accept)
        if resource.series_uid is None:
            return await self._study(resource, accept, measured)
        version = await asyncio.to_thread(self._version, measured, resource)
        if resource.variant == "metadata":
            packed = await asyncio.to_thread(self._blobs.get, version.metadata)
            return _json(packed, version)
        return await Serving(self._files).open([stored(version)], resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        try:
            return self._source.store(parts, study_uid)
        finally:
            self._sets.forget()

    async def _study(self, resource: Resource, accept: str, measured: Measured) -> Answer:
        """Whole files of it are what the source holds, published versions included, and the current one."""
        if resource.variant == "metadata":
            found = await asyncio.to_thread(self.metadata, resource)
            packed = await asyncio.to_thread(gzip.compress, json.dumps(found).encode(), 6)
            return Whole.of(packed, JSON, {"Content-Encoding": "gzip"})
        answer = await self._source.open(resource, accept)
        if measured.current.is_published:
            return answer
        file = await asyncio.to_thread(self._blobs.get, measured.current.blob)
        try:
            return appended(answer, measured.current.transfer_syntax_uid, file)
        except Malformed:
            return answer

    def _counted(self, rows: list[DicomJson]) -> list[DicomJson]:
        measured = self._sets.among(self._organization_id, (text(row, STUDY_UID) for row in rows))
        return [counted(row, one) if (one := measured.get(text(row, STUDY_UID))) else row for row in rows]

    def _of(self, study_uid: str) -> Measured | None:
        return self._sets.of(self._organization_id, study_uid)

    def _version(self, measured: Measured, resource: Resource) -> MeasurementVersion:
        """The current one for a series; any that there is by its own UID. Raises NotFound."""
        if resource.sop_uid in (None, measured.current.id):
            return measured.current
        older = self._sets.version(self._organization_id, resource.study_uid, resource.sop_uid or "")
        if older is None:
            raise NotFound("There is no such image.")
        return older

    def _metadata(self, version: MeasurementVersion) -> DicomJson:
        [metadata] = json.loads(gzip.decompress(self._blobs.get(version.metadata)))
        return metadata


def _json(packed: bytes, version: MeasurementVersion) -> Whole:
    return Whole.of(packed, JSON, {"Content-Encoding": "gzip", "ETag": f'"{version.digest[:32]}"'})
