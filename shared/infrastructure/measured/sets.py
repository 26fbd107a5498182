"""Which studies have measurements, and which version of them counts."""

from collections.abc import Iterable
from time import monotonic
from typing import NamedTuple

from shared.application.ports import Condition, RecordStore
from shared.domain import partitions
from shared.domain.measurements import MeasuredStudy, MeasurementSet, MeasurementVersion
from shared.infrastructure.packs.instance import StoredInstance

MOMENT = 2.0  # seconds that the first save of a study may go unseen by who already reads it
MOST = 1000  # studies remembered
CHUNK = 100  # studies asked about at once


class Measured(NamedTuple):
    """The set of a study, and its current version."""

    series_uid: str
    versions: frozenset[str]
    current: MeasurementVersion


class Sets:
    """Of all organizations; partitions tell these apart."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records
        self._without: dict[tuple[str, str], float] = {}  # studies, and when they were found to have none

    def is_without(self, organization_id: str, study_uid: str) -> bool:
        """A moment ago, there was nothing; without waiting."""
        since = self._without.get((organization_id, study_uid))
        return since is not None and monotonic() - since < MOMENT

    def of(self, organization_id: str, study_uid: str) -> Measured | None:
        """As it is now. Blocks."""
        found = self._read(organization_id, study_uid)
        if len(self._without) >= MOST:
            self._without.clear()
        self._without.pop((organization_id, study_uid), None)
        if found is None:
            self._without[organization_id, study_uid] = monotonic()
        return found

    def forget(self) -> None:
        """Something has been saved."""
        self._without.clear()

    def _read(self, organization_id: str, study_uid: str) -> Measured | None:
        partition = partitions.study(organization_id, study_uid)
        record = self._records.get(partition, MeasurementSet.kind, study_uid)
        if record is None:
            return None
        measured = MeasurementSet.restore(record.body, record.etag)
        current = self.version(organization_id, study_uid, measured.current)
        return current and Measured(measured.series_uid, frozenset(measured.versions), current)

    def version(self, organization_id: str, study_uid: str, sop_uid: str) -> MeasurementVersion | None:
        partition = partitions.study(organization_id, study_uid)
        record = self._records.get(partition, MeasurementVersion.kind, sop_uid)
        return record and MeasurementVersion.restore(record.body, record.etag)

    def among(self, organization_id: str, studies: Iterable[str]) -> dict[str, MeasuredStudy]:
        """Those of the studies that have measurements."""
        partition, uids = partitions.measured(organization_id), tuple(studies)
        found: dict[str, MeasuredStudy] = {}
        for begin in range(0, len(uids), CHUNK):
            among = Condition("id", "among", uids[begin : begin + CHUNK])
            for record in self._records.find(partition, MeasuredStudy.kind, [among], limit=CHUNK):
                found[record.id] = MeasuredStudy.restore(record.body, record.etag)
        return found


def stored(version: MeasurementVersion) -> StoredInstance:
    return StoredInstance(
        sop_uid=version.id,
        series_uid=version.series_uid,
        sop_class_uid=version.sop_class_uid,
        transfer_syntax_uid=version.transfer_syntax_uid,
        number=version.number,
        blob=version.blob,
        size=version.size,
        digest=version.digest,
        frames=[],
    )
