"""Note outside the records how far the audit is: a database that is put back as a whole contradicts it."""

from collections.abc import Iterator
from datetime import datetime

from shared.application.ports import Clock, RecordStore
from shared.application.services.audit_anchors import AuditAnchors
from shared.application.services.audit_chains import AuditChains
from shared.application.services.scanning import every
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.audit_anchor import Anchor, Head
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS, USERS, accesses, clients


class AnchorAudit(Command[str | None]):
    access = Permission.WORK_IN_BACKGROUND


@handles(AnchorAudit)
def anchor_audit(
    command: AnchorAudit,  # noqa: ARG001
    *,
    store: RecordStore,
    chains: AuditChains,
    anchors: AuditAnchors,
    clock: Clock,
) -> str | None:
    """What it is kept under; None where there is nothing on record yet.

    Of the chains that move with everybody's work, not of each study's: whoever reads or writes one moves
    these as well.
    """
    now = clock.now()
    heads = [(partition, chains.head(partition)) for partition in _moving(store, now)]
    known = tuple(Head(chain=at, number=head.number, seal=head.last) for at, head in heads if head.number)
    return anchors.put(Anchor(at=now, heads=known)) if known else None


def _moving(store: RecordStore, now: datetime) -> Iterator[str]:
    yield from (USERS, ORGANIZATIONS, accesses(None, now))
    for record in every(Organization.kind, store):
        yield from (accesses(record.id, now), clients(record.id))
