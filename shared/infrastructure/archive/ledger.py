"""Writes instances into the archive's records: one commit a batch, and the list of studies after it."""

import json
import random
import time
from collections.abc import Sequence
from typing import Any

from shared.application.dicom.source import DicomJson
from shared.application.ports import Change, Record, RecordStore
from shared.domain import partitions
from shared.domain.entity import new_id
from shared.domain.errors import Conflict
from shared.infrastructure.archive.rows import (
    INSTANCE,
    LISTED,
    SERIES,
    STUDY,
    instance_of,
    list_of,
    listed,
)
from shared.infrastructure.packs.instance import StoredInstance

ATTEMPTS = 20  # of a commit, while others add to the same series
LARGEST_BATCH = 1_000_000  # bytes of JSON in one commit; Cosmos takes 2 MB
MOST = 90  # instances in one commit; Cosmos takes 100 changes


class Entry:
    """An instance whose bytes are stored, with what its study and series are called."""

    def __init__(
        self, mrn: str, study: DicomJson, series: DicomJson, modality: str, row: StoredInstance
    ) -> None:
        self.mrn, self.study, self.series, self.modality, self.row = mrn, study, series, modality, row
        self.weight = len(row.metadata) + 20 * len(row.frames) + 1000  # bytes, about

    @property
    def heading(self) -> dict[str, Any]:
        return {"mrn": self.mrn, "attributes": self.study, "series": {}}


class Ledger:
    """The records of one study."""

    def __init__(self, organization_id: str, study_uid: str, records: RecordStore) -> None:
        self._list = list_of(organization_id)
        self._partition = partitions.study(organization_id, study_uid)
        self._study_uid, self._records = study_uid, records
        self._mrn: str | None = None

    def mrn(self) -> str | None:
        """Whose study this is; None where none of it is stored."""
        if self._mrn is None:
            study = self._records.get(self._partition, STUDY, self._study_uid)
            self._mrn = str(study.body["mrn"]) if study else None
        return self._mrn

    def find(self, sop_uid: str) -> StoredInstance | None:
        record = self._records.get(self._partition, INSTANCE, sop_uid)
        return record and instance_of(record)

    def add(self, entries: Sequence[Entry]) -> set[str]:
        """The SOP Instance UIDs that were not added: others stored something else under them first."""
        waiting, refused = list(entries), set[str]()
        while waiting:
            batch = _batch(waiting)
            refused |= self._commit(batch)
            del waiting[: len(batch)]
        return refused

    def list_study(self) -> None:
        """Bring the list up to what the study's own partition says."""
        for attempt in range(ATTEMPTS):
            study = self._records.get(self._partition, STUDY, self._study_uid)
            if study is None:
                return
            old = self._records.get(self._list, LISTED, self._study_uid)
            new = listed(self._study_uid, study.body)
            if old and old.body == new:
                return
            try:
                self._records.commit(self._list, [_change(LISTED, self._study_uid, new, old)])
            except Conflict:
                _step_aside(attempt)
                continue
            return
        raise Conflict("Too many transfers into one study at once; send it again.")

    def _commit(self, batch: list[Entry]) -> set[str]:
        known: dict[str, StoredInstance] = {}
        for attempt in range(ATTEMPTS):
            study = self._records.get(self._partition, STUDY, self._study_uid)
            mine = [entry for entry in batch if study is None or study.body["mrn"] == entry.mrn]
            new = [entry for entry in mine if entry.row.sop_uid not in known]
            try:
                if new:
                    self._records.commit(self._partition, self._changes(new, study))
            except Conflict:  # somebody else was faster: look what they stored, and add what is left
                known = {e.row.sop_uid: row for e in batch if (row := self.find(e.row.sop_uid))}
                _step_aside(attempt)
                continue
            done = {e.row.sop_uid for e in mine if known.get(e.row.sop_uid, e.row).digest == e.row.digest}
            return {entry.row.sop_uid for entry in batch} - done
        raise Conflict("Too many transfers into one study at once; send it again.")

    def _changes(self, new: list[Entry], study: Record | None) -> list[Change]:
        study_body = json.loads(json.dumps(study.body)) if study else new[0].heading
        changes: list[Change] = []
        for series_uid in dict.fromkeys(entry.row.series_uid for entry in new):
            mine = [entry for entry in new if entry.row.series_uid == series_uid]
            old = self._records.get(self._partition, SERIES, series_uid)
            count = len(mine) + (int(str(old.body["instances"])) if old else 0)
            attributes = old.body["attributes"] if old else mine[0].series
            body = {"attributes": attributes, "instances": count, "revision": new_id()}
            changes.append(_change(SERIES, series_uid, body, old))
            study_body["series"][series_uid] = {"modality": mine[0].modality, "instances": count}
        changes += [Change("add", INSTANCE, entry.row.sop_uid, entry.row.body) for entry in new]
        return [_change(STUDY, self._study_uid, study_body, study), *changes]


def _step_aside(attempt: int) -> None:
    """For a moment, and longer each time: those who try again together fail together."""
    time.sleep(random.uniform(0, 0.005 * (attempt + 1)))  # noqa: S311 (spreads the tries, no secret)


def _change(kind: str, id: str, body: dict[str, Any], old: Record | None) -> Change:
    return Change("replace", kind, id, body, old.etag) if old else Change("add", kind, id, body)


def _batch(entries: list[Entry]) -> list[Entry]:
    """The first of them, as many as one commit takes."""
    batch: list[Entry] = []
    weight = 0
    for entry in entries:
        weight += entry.weight
        if batch and (weight > LARGEST_BATCH or 2 * len(batch) >= MOST):
            break
        batch.append(entry)
    return batch
