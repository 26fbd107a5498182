"""Forget what has failed long ago: whoever guesses at made-up addresses leaves a record of each."""

from contextlib import suppress

from shared.application.ports import Change, Clock, Record, RecordStore
from shared.application.services.scanning import every
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.errors import Stale
from shared.domain.throttle import LONGEST_MEMORY, Attempts


class ForgetAttempts(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(ForgetAttempts)
def forget_attempts(command: ForgetAttempts, *, store: RecordStore, clock: Clock) -> int:  # noqa: ARG001
    """How many were forgotten."""
    forgotten = 0
    for record in every(Attempts.kind, store):
        last = Attempts.restore(record.body, record.etag).last_at
        if clock.now() - last >= LONGEST_MEMORY:
            forgotten += _forget(record, store)
    return forgotten


def _forget(record: Record, store: RecordStore) -> bool:
    with suppress(Stale):  # it has just failed again
        store.commit(record.partition, [Change("remove", record.kind, record.id, {}, record.etag)])
        return True
    return False
