"""Every organization's source, with the measurements that we keep of its studies."""

from shared.application.dicom.source import DicomSource, DicomSources
from shared.application.ports import Blobs, RecordStore
from shared.infrastructure.measured.sets import Sets
from shared.infrastructure.measured.source import MeasuredSource
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.near import Near


class MeasuredSources:
    def __init__(self, sources: DicomSources, records: RecordStore, blobs: Blobs) -> None:
        self._sources, self._blobs = sources, blobs
        self._sets, self._files = Sets(records), Files(blobs, Near(blobs, most=16 << 20))

    def of(self, organization_id: str) -> DicomSource:
        source = self._sources.of(organization_id)
        return MeasuredSource(organization_id, source, self._sets, self._blobs, self._files)
