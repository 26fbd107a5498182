"""A clinic whose series are copied from a PACS that counts what it is asked."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shared.application.commands.evict_kept_series import EvictKeptSeries, evict_kept_series
from shared.application.dicom.source import Answer, DicomJson, InstanceFile, Resource, Search, Stored
from shared.application.ports import Change
from shared.domain import partitions
from shared.domain.errors import Unavailable
from shared.domain.kept_series import KeptSeries
from shared.domain.organization import Organization
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.kept.shelf import Shelf
from shared.infrastructure.kept.source import KeptSource
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.packs.lighter import Lighter
from shared.infrastructure.packs.near import Near
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.dicom_sources import fetch
from tests.dicom_files import ct_slice

STUDY, SERIES = "1.2.3", "1.2.3.1"
FRAME = Resource(STUDY, SERIES, f"{SERIES}.2", (1,))
METADATA = Resource(STUDY, SERIES, variant="metadata")


class Pacs:
    """An archive that plays the PACS, and counts what it is asked."""

    def __init__(self, folder: Path) -> None:
        self._archive = ArchiveSource("pacs", SqliteRecordStore(folder / "pacs.sqlite"), MemoryBlobs())
        self.opened = self.copied = 0
        self.lies: dict[str, Any] = {}  # about its studies
        self.breaks_off = False

    def search(self, search: Search) -> list[DicomJson]:
        found = self._archive.search(search)
        return [row | self.lies for row in found] if search.level == "studies" else found

    def metadata(self, resource: Resource) -> list[DicomJson]:
        return self._archive.metadata(resource)

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        self.copied += 1
        for file in self._archive.instances(study_uid, series_uid):
            yield file
            if self.breaks_off:
                raise Unavailable("The PACS broke off.")

    async def open(self, resource: Resource, accept: str) -> Answer:
        self.opened += 1
        return await self._archive.open(resource, accept)

    def store(self, parts: Iterable[bytes], study_uid: str | None = None) -> list[Stored]:
        return self._archive.store(parts, study_uid)


class Clinic:
    """A PACS, the copies of its series, and a clock that is set by hand."""

    def __init__(self, folder: Path) -> None:
        self.time = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.pacs, self.blobs = Pacs(folder), MemoryBlobs()
        self.records = SqliteRecordStore(folder / "records.sqlite")
        self.pacs.store(ct_slice(STUDY, SERIES, n) for n in (1, 2, 3))

    def now(self) -> datetime:
        return self.time

    def process(self) -> KeptSource:
        """One of several that serve the clinic: it remembers nothing of the others."""
        self.lighter = Lighter()
        self.shelf = Shelf(self.records, self.blobs, self, Near(self.blobs), self.lighter)
        return KeptSource("clinic", self.pacs, self.shelf)

    def opened_once(self) -> KeptSource:
        source = self.process()
        fetch(source, FRAME)
        self.shelf.wait()
        self.pacs.opened = 0
        return source

    @property
    def kept(self) -> KeptSeries | None:
        record = self.records.get(partitions.kept("clinic"), KeptSeries.kind, f"{STUDY}~{SERIES}")
        return KeptSeries.restore(record.body, record.etag) if record else None

    def evict(self, most: int = 1 << 40) -> int:
        command = EvictKeptSeries(most=most)
        return evict_kept_series(command, store=self.records, blobs=self.blobs, clock=self)

    def configure(self, retention_days: int | None) -> None:
        body = Organization(id="clinic", display_name="Clinic", retention_days=retention_days).body()
        self.records.commit(partitions.ORGANIZATIONS, [Change("add", Organization.kind, "clinic", body)])
