"""Send what a commit promised and a crash or an outage kept from being sent."""

from datetime import timedelta

from shared.application.outbox import Outgoing
from shared.application.ports import Clock, Queue, RecordStore
from shared.application.unit_of_work import deliver
from shared.core.mediator import Command, handles
from shared.domain.access import Permission

OVERDUE = timedelta(seconds=30)  # younger ones are being sent by whoever committed them
BATCH = 200


class SweepOutbox(Command[int]):
    access = Permission.WORK_IN_BACKGROUND


@handles(SweepOutbox)
def sweep_outbox(command: SweepOutbox, *, store: RecordStore, queue: Queue, clock: Clock) -> int:  # noqa: ARG001
    """How many were overdue."""
    overdue = 0
    for record in store.scan(Outgoing.kind, limit=BATCH):
        outgoing = Outgoing.restore(record.body, record.etag)
        if clock.now() - outgoing.committed_at >= OVERDUE:
            deliver(record.partition, [outgoing], store, queue)
            overdue += 1
    return overdue
