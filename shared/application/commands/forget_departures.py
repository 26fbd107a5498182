"""Forget who left for Microsoft's sign-in page and did not come back."""

from contextlib import suppress

from shared.application.ports import Change, Clock, RecordStore
from shared.application.services.scanning import every
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.departure import Departure
from shared.domain.errors import Stale


class ForgetDepartures(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(ForgetDepartures)
def forget_departures(command: ForgetDepartures, *, store: RecordStore, clock: Clock) -> int:  # noqa: ARG001
    """How many were forgotten."""
    forgotten = 0
    for record in every(Departure.kind, store):
        if Departure.restore(record.body, record.etag).is_awaited(clock.now()):
            continue
        with suppress(Stale):  # they are just coming back
            store.commit(record.partition, [Change("remove", record.kind, record.id, {}, record.etag)])
            forgotten += 1
    return forgotten
