"""Send what a commit promised and a crash or an outage kept from being sent."""

from datetime import timedelta

from shared.application.outbox import Outgoing
from shared.application.ports import Clock, Queue, RecordStore
from shared.application.services.scanning import every
from shared.application.unit_of_work import deliver
from shared.core.mediator import Command, handles
from shared.domain.access import Permission

OVERDUE = timedelta(seconds=30)  # younger ones are being sent by whoever committed them
LONGEST = timedelta(minutes=5)  # the next sweep goes on; the functions host ends what takes ten


class SweepOutbox(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(SweepOutbox)
def sweep_outbox(command: SweepOutbox, *, store: RecordStore, queue: Queue, clock: Clock) -> int:  # noqa: ARG001
    """How many were overdue."""
    began, overdue = clock.now(), 0
    for record in every(Outgoing.kind, store):  # also those behind many that are being sent just now
        now = clock.now()
        if now - began >= LONGEST:
            break
        outgoing = Outgoing.restore(record.body, record.etag)
        if now - outgoing.committed_at >= OVERDUE:
            deliver(record.partition, [outgoing], store, queue)
            overdue += 1
    return overdue
