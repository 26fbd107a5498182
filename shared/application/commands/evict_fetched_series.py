"""Remove the copies of series that models have looked at, or that there are too many of."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from shared.application.ports import Blobs, Change, Clock, RecordStore
from shared.application.services.retention import all_of, retention_of
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import Analysis
from shared.domain.errors import Stale
from shared.domain.fetched_series import FetchedSeries


class EvictFetchedSeries(Command[int]):
    access = Permission.WORK_IN_BACKGROUND

    most: int  # bytes that an organization's may take, beside what models wait for


@handles(EvictFetchedSeries)
def evict_fetched_series(
    command: EvictFetchedSeries, *, store: RecordStore, blobs: Blobs, clock: Clock
) -> int:
    """How many were removed. Whoever wants a model asked again has them fetched again."""
    removed = 0
    for organization_id, fetched in groupby(all_of(FetchedSeries, store), lambda one: one.organization_id):
        retention = retention_of(organization_id, store)
        for one in _unwanted(list(fetched), retention, command.most, clock.now(), store):
            removed += _remove(one, store, blobs)
    return removed


def _unwanted(
    fetched: list[FetchedSeries], retention: timedelta | None, most: int, now: datetime, store: RecordStore
) -> Iterator[FetchedSeries]:
    held = 0
    for one in sorted(fetched, key=lambda one: one.begun_at, reverse=True):
        held += one.bytes
        if one.is_old(retention, now) or (held > most and not _is_awaited(one, store)):
            yield one


def _is_awaited(one: FetchedSeries, store: RecordStore) -> bool:
    partition = partitions.study(one.organization_id, one.study_uid)
    record = store.get(partition, Analysis.kind, one.analysis_id)
    return record is not None and not Analysis.restore(record.body, record.etag).is_finished


def _remove(one: FetchedSeries, store: RecordStore, blobs: Blobs) -> bool:
    """The index first, so that nothing names what is gone."""
    for blob in (one.index, one.pack):
        blobs.remove(blob)
    try:
        change = Change("remove", one.kind, one.id, {}, one.etag)
        store.commit(partitions.kept(one.organization_id), [change])
    except Stale:  # it is being fetched again
        return False
    return True
