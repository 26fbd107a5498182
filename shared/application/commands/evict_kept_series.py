"""Remove the copies of series that an organization no longer wants kept, or that have the least use."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from shared.application.ports import Blobs, Change, Clock, RecordStore
from shared.application.services.discarding import discard
from shared.application.services.retention import all_of, retention_of
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import Stale
from shared.domain.kept_series import KeptSeries


class EvictKeptSeries(Command[int]):
    access = Permission.WORK_IN_BACKGROUND

    most: int  # bytes that an organization's copies may take


@handles(EvictKeptSeries)
def evict_kept_series(command: EvictKeptSeries, *, store: RecordStore, blobs: Blobs, clock: Clock) -> int:
    """How many were removed. They are made again when somebody opens the series again."""
    removed = 0
    for organization_id, kept in groupby(all_of(KeptSeries, store), lambda one: one.organization_id):
        for one in _unwanted(list(kept), retention_of(organization_id, store), command.most, clock.now()):
            removed += _remove(one, store, blobs)
    return removed


def _unwanted(
    kept: list[KeptSeries], retention: timedelta | None, most: int, now: datetime
) -> Iterator[KeptSeries]:
    held = 0
    for one in sorted(kept, key=lambda one: one.used_at, reverse=True):
        held += one.bytes
        too_old = retention is not None and now - one.begun_at >= retention
        if too_old or held > most or one.is_abandoned(now):
            yield one


def _remove(one: KeptSeries, store: RecordStore, blobs: Blobs) -> bool:
    discard(one, blobs)
    try:
        change = Change("remove", one.kind, one.id, {}, one.etag)
        store.commit(partitions.kept(one.organization_id), [change])
    except Stale:  # it has just been used, or is being made again
        return False
    return True
