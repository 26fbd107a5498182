"""The copies that there are: records say which, packs in Blob hold them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from threading import Lock

from shared.application.dicom.source import DicomSource
from shared.application.ports import Blobs, Change, Clock, RecordStore
from shared.application.services.discarding import discard
from shared.domain import partitions
from shared.domain.errors import Conflict, DomainError, Stale
from shared.domain.kept_series import KeptSeries, id_of
from shared.infrastructure.kept.copying import Unfit, copied
from shared.infrastructure.kept.small import Small
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.library import Library
from shared.infrastructure.packs.lighter import Lighter, lightened
from shared.infrastructure.packs.near import Near
from shared.infrastructure.packs.pack import Pack
from shared.infrastructure.packs.writer import PackWriter

BACKLOG = 16  # series waiting to be copied by this process; more are copied when they are opened again


class Shelf:
    """One for a process."""

    def __init__(
        self, records: RecordStore, blobs: Blobs, clock: Clock, near: Near, lighter: Lighter
    ) -> None:
        self._records, self._blobs, self.clock, self._near = records, blobs, clock, near
        self._library, self._lighter = Library(blobs), lighter
        self.files, self.small = Files(blobs, near), Small()
        self._wanted: set[tuple[str, str]] = set()
        self._lock = Lock()

    def find(self, organization_id: str, study_uid: str, series_uid: str, state: str) -> Pack | None:
        """The copy of the series in this state. Blocks."""
        kept = self._kept(organization_id, study_uid, series_uid)
        if kept is None or kept.status != "ready" or kept.state != state:
            return None
        pack = self._library.load(kept.folder, state)
        if pack:
            self._near.prefetch(pack.blobs.items())
            if kept.use(self.clock.now()):
                with suppress(DomainError):
                    self._save(kept)
        return pack

    def want(self, source: DicomSource, kept: KeptSeries, done: Callable[[Pack], None]) -> None:
        """Have a series copied in the background; nothing happens where it is being done, or was refused."""
        key = (kept.organization_id, kept.id)
        with self._lock:
            if key in self._wanted or len(self._wanted) >= BACKLOG:
                return
            self._wanted.add(key)
        self._background.submit(self._copy, source, kept, done)

    def wait(self) -> None:
        """Until everything wanted so far has been done. For tests."""
        self._background.submit(int).result()

    @cached_property
    def _background(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "kept")

    def _copy(self, source: DicomSource, kept: KeptSeries, done: Callable[[Pack], None]) -> None:
        try:
            if self._begin(kept) and (pack := self._fill(source, kept)):
                done(pack)
                self._lighter.want(kept.folder, lambda: self._lighten(kept, pack, done))
        except DomainError:  # what failed is tried again when it is opened again
            self._give_up(kept)
        finally:
            with self._lock:
                self._wanted.discard((kept.organization_id, kept.id))

    def _begin(self, kept: KeptSeries) -> bool:
        """Say in a record that it is us. False where it is somebody else, or nothing is to be done."""
        old = self._kept(kept.organization_id, kept.study_uid, kept.series_uid)
        if old and old.state == kept.state and not self._is_lost(old):
            return False
        kept.etag = old.etag if old else None
        with suppress(Conflict, Stale):
            self._save(kept)
            if old:
                discard(old, self._blobs)
            return True
        return False

    def _is_lost(self, old: KeptSeries) -> bool:
        gone = old.status == "ready" and self._blobs.stat(old.index) is None
        return gone or old.is_abandoned(self.clock.now())

    def _fill(self, source: DicomSource, kept: KeptSeries) -> Pack | None:
        try:
            pack, blobs, size = copied(source, kept, self._blobs, self._near)
        except Unfit:
            discard(kept, self._blobs)
            kept.refuse()
            self._save(kept)
            return None
        self._library.keep(kept.folder, pack)
        kept.filled(blobs, size)
        self._save(kept)
        return pack

    def _lighten(self, kept: KeptSeries, pack: Pack, done: Callable[[Pack], None]) -> None:
        with PackWriter(self._blobs, self._near, count=kept.blobs) as writer:
            lighter = lightened(pack, self.files, kept.folder, writer)
        if lighter:
            kept.filled(kept.blobs + writer.blobs, kept.bytes + writer.bytes)
            self._save(kept)
            self._library.keep(kept.folder, lighter)
            done(lighter)

    def _give_up(self, kept: KeptSeries) -> None:
        with suppress(DomainError):  # what is left behind is swept
            discard(kept, self._blobs)
            change = Change("remove", kept.kind, kept.id, {}, kept.etag)
            self._records.commit(partitions.kept(kept.organization_id), [change])

    def _kept(self, organization_id: str, study_uid: str, series_uid: str) -> KeptSeries | None:
        partition, id = partitions.kept(organization_id), id_of(study_uid, series_uid)
        record = self._records.get(partition, KeptSeries.kind, id)
        return KeptSeries.restore(record.body, record.etag) if record else None

    def _save(self, kept: KeptSeries) -> None:
        action = "replace" if kept.etag else "add"
        change = Change(action, kept.kind, kept.id, kept.body(), kept.etag)
        [kept.etag] = self._records.commit(partitions.kept(kept.organization_id), [change])
