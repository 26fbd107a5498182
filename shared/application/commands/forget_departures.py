"""Forget who left for Microsoft's sign-in page and did not come back."""

from contextlib import suppress

from shared.application.ports import Change, Clock, RecordStore
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.departure import Departure
from shared.domain.errors import Stale

BATCH = 100


class ForgetDepartures(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(ForgetDepartures)
def forget_departures(command: ForgetDepartures, *, store: RecordStore, clock: Clock) -> int:  # noqa: ARG001
    """How many were forgotten."""
    forgotten, after = 0, ("", "")
    while records := store.scan(Departure.kind, after=after, limit=BATCH):
        for record in records:
            if Departure.restore(record.body, record.etag).is_awaited(clock.now()):
                continue
            with suppress(Stale):  # they are just coming back
                store.commit(record.partition, [Change("remove", record.kind, record.id, {}, record.etag)])
                forgotten += 1
        after = records[-1].partition, records[-1].id
    return forgotten
