"""Each series of the archive as a pack: made when first asked for, and again when the series has grown."""

from shared.application.ports import Blobs, RecordStore
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.infrastructure.archive.catalogue import Catalogue
from shared.infrastructure.archive.rows import SERIES, unpack
from shared.infrastructure.packs.library import Library
from shared.infrastructure.packs.pack import Pack


class PackedSeries:
    def __init__(
        self, organization_id: str, records: RecordStore, blobs: Blobs, catalogue: Catalogue
    ) -> None:
        self._organization_id, self._records, self._catalogue = organization_id, records, catalogue
        self._library = Library(blobs)

    def remembered(self, study_uid: str, series_uid: str) -> Pack | None:
        """Without waiting; it may have grown since."""
        return self._library.find(self._folder(study_uid, series_uid))

    def of(self, study_uid: str, series_uid: str) -> Pack:
        """As it is now. Blocks. Raises NotFound."""
        partition = partitions.study(self._organization_id, study_uid)
        series = self._records.get(partition, SERIES, series_uid)
        if series is None:
            raise NotFound("There is no such series.")
        folder, revision = self._folder(study_uid, series_uid), str(series.body["revision"])
        if pack := self._library.load(folder, revision):
            return pack
        rows = self._catalogue.instances(study_uid, series_uid)
        pack = Pack.of(revision, rows, [unpack(one.metadata) for one in rows])
        self._library.keep(folder, pack)
        return pack

    def _folder(self, study_uid: str, series_uid: str) -> str:
        return f"{self._organization_id}/archive/{study_uid}/{series_uid}"
