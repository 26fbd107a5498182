"""Each series of the archive as a pack: made when first asked for, and again when the series has grown."""

from time import monotonic

from shared.application.ports import Blobs, RecordStore
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.infrastructure.archive.catalogue import Catalogue
from shared.infrastructure.archive.rows import SERIES, unpack
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.library import Library
from shared.infrastructure.packs.lighter import Lighter, lightened
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.writer import PackWriter

MOST = 1000  # revisions remembered
MOMENT = 2.0  # seconds that what another process stores may go unseen: a viewer asks several times at once


class PackedSeries:
    def __init__(
        self, catalogue: Catalogue, records: RecordStore, blobs: Blobs, near: Near, lighter: Lighter | None
    ) -> None:
        self._organization_id, self._catalogue = catalogue.organization_id, catalogue
        self._records, self._blobs, self._near, self._lighter = records, blobs, near, lighter
        self._library = Library(blobs)
        self._seen: dict[str, float] = {}  # when the records said that a pack is the latest
        self._begun: set[str] = set()  # revisions whose pixels have been asked for

    def remembered(self, study_uid: str, series_uid: str) -> Pack | None:
        """Without waiting; it may have grown since."""
        return self._library.find(self._folder(study_uid, series_uid))

    def current(self, study_uid: str, series_uid: str) -> Pack | None:
        """As it was a moment ago, without waiting."""
        folder = self._folder(study_uid, series_uid)
        seen = self._seen.get(folder)
        return self._library.find(folder) if seen and monotonic() - seen < MOMENT else None

    def forget(self) -> None:
        """Something has been stored."""
        self._seen.clear()

    def of(self, study_uid: str, series_uid: str) -> Pack:
        """As it is now. Blocks. Raises NotFound."""
        partition = partitions.study(self._organization_id, study_uid)
        series = self._records.get(partition, SERIES, series_uid)
        if series is None:
            raise NotFound("There is no such series.")
        folder, revision = self._folder(study_uid, series_uid), str(series.body["revision"])
        if len(self._seen) >= MOST:
            self._seen.clear()
        if pack := self._library.load(folder, revision):
            self._seen[folder] = monotonic()
            return pack
        rows = self._catalogue.instances(study_uid, series_uid)
        pack = Pack.of(revision, rows, [unpack(one.metadata) for one in rows])
        if old := self._library.any(folder):
            pack = pack._replace(lights=old.lights)  # instances never change, so theirs do not
        self._library.keep(folder, pack)
        return pack

    def begin(self, study_uid: str, series_uid: str, pack: Pack) -> None:
        """Somebody reads its pixels: bring them near, and make them lighter."""
        if pack.revision in self._begun:
            return
        if len(self._begun) >= MOST:
            self._begun.clear()
        self._begun.add(pack.revision)
        self._near.prefetch(pack.blobs.items())
        if self._lighter:
            self._lighter.want(pack.revision, lambda: self._lighten(study_uid, series_uid, pack))

    def _lighten(self, study_uid: str, series_uid: str, pack: Pack) -> None:
        folder = self._folder(study_uid, series_uid)
        with PackWriter(self._blobs, self._near) as writer:
            lighter = lightened(pack, Files(self._blobs, self._near), folder, writer)
        if lighter and self.of(study_uid, series_uid).revision == pack.revision:
            self._library.keep(folder, lighter)

    def _folder(self, study_uid: str, series_uid: str) -> str:
        return f"{self._organization_id}/archive/{study_uid}/{series_uid}"
