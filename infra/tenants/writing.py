"""Adds records, many at once; what is there already and the same is passed over."""

import json
from collections.abc import Iterable
from itertools import groupby

from shared.application.ports import Change, Record, RecordStore
from shared.domain.errors import Conflict, RuleBroken

MOST = 90  # records in one commit; Cosmos takes 100
LARGEST = 1_000_000  # bytes of JSON in one commit; Cosmos takes 2 MB


class Writing:
    def __init__(self, store: RecordStore) -> None:
        self._store = store

    def write(self, records: Iterable[Record]) -> None:
        """A partition of few records is written in one commit. Raises RuleBroken where others are there."""
        for partition, those in groupby(records, lambda record: record.partition):
            waiting, weight = list[Record](), 0
            for record in those:
                size = len(json.dumps(record.body))
                if waiting and (len(waiting) == MOST or weight + size > LARGEST):
                    self._commit(partition, waiting)
                    waiting, weight = [], 0
                waiting.append(record)
                weight += size
            if waiting:
                self._commit(partition, waiting)

    def _commit(self, partition: str, records: list[Record]) -> None:
        try:
            self._store.commit(partition, [Change("add", r.kind, r.id, r.body) for r in records])
        except Conflict:
            missing = [record for record in records if not self._is_there(partition, record)]
            if len(missing) == len(records):
                raise
            if missing:
                self._commit(partition, missing)

    def _is_there(self, partition: str, record: Record) -> bool:
        there = self._store.get(partition, record.kind, record.id)
        if there and there.body != record.body:
            raise RuleBroken(f"{partition} holds another {record.kind} {record.id} already.")
        return there is not None
