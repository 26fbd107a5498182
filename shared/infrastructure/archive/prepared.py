"""A series' metadata as one compressed blob, made when first asked for and again when the series grew."""

import gzip
import json

from shared.application.dicom.source import DicomJson
from shared.application.ports import Blobs, RecordStore
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.infrastructure.archive.catalogue import Catalogue
from shared.infrastructure.archive.rows import SERIES, unpack

REVISION = 32  # characters before the compressed JSON: the state of the series it was made from


class PreparedMetadata:
    def __init__(
        self, organization_id: str, records: RecordStore, blobs: Blobs, catalogue: Catalogue
    ) -> None:
        self._organization_id, self._records, self._blobs = organization_id, records, blobs
        self._catalogue = catalogue

    def of(self, study_uid: str, series_uid: str) -> bytes:
        """gzip of a JSON array. Raises NotFound."""
        partition = partitions.study(self._organization_id, study_uid)
        series = self._records.get(partition, SERIES, series_uid)
        if series is None:
            raise NotFound("There is no such series.")
        revision = str(series.body["revision"]).encode()
        blob = f"{self._organization_id}/archive/{study_uid}/{series_uid}/metadata.json.gz"
        kept = self._kept(blob)
        if kept[:REVISION] == revision:
            return kept[REVISION:]
        made = self._make(study_uid, series_uid)
        self._blobs.put(blob, revision + made)
        return made

    def _kept(self, blob: str) -> bytes:
        try:
            return self._blobs.get(blob)
        except NotFound:
            return b""

    def _make(self, study_uid: str, series_uid: str) -> bytes:
        found: list[DicomJson] = [
            unpack(one.metadata) for one in self._catalogue.instances(study_uid, series_uid)
        ]
        return gzip.compress(json.dumps(found, separators=(",", ":")).encode(), 6, mtime=0)
