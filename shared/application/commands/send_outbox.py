"""Send now what commits have promised, without waiting for the sweep that comes every minute."""

from shared.application.outbox import Outgoing
from shared.application.ports import Clock, Queue, RecordStore
from shared.application.unit_of_work import UnitOfWork, deliver
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.partitions import FAILURES

BATCH = 200


class SendOutbox(Command[None]):
    access = Permission.MANAGE_PLATFORM


@handles(SendOutbox)
def send_outbox(
    command: SendOutbox,  # noqa: ARG001
    *,
    store: RecordStore,
    queue: Queue,
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
) -> None:
    """What cannot be sent stays; what is sent twice is handled once."""
    unsent = store.scan(Outgoing.kind, limit=BATCH)
    for record in unsent:
        deliver(record.partition, [Outgoing.restore(record.body, record.etag)], store, queue)
    line = AuditLine.of(actor, "system.send", "outbox", clock.now(), f"{len(unsent)} messages")
    uow.of(AuditLine, FAILURES).add(line)
    uow.commit()
