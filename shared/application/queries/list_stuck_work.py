"""Work of the background that should have moved on by now."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from shared.application.models.system import LateAnalysis, LateMessage, StuckWork
from shared.application.outbox import Outgoing
from shared.application.ports import Clock, Condition, RecordStore
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import LATE
from shared.domain.organization import Organization
from shared.domain.worklist import WorklistEntry

UNSENT = timedelta(minutes=5)  # the sweep comes every minute
MOST = 50  # shown of each kind


class ListStuckWork(Query[StuckWork]):
    access = Permission.MANAGE_PLATFORM


@handles(ListStuckWork)
def list_stuck_work(query: ListStuckWork, *, store: RecordStore, uow: UnitOfWork, clock: Clock) -> StuckWork:  # noqa: ARG001
    late = sorted(_late(uow, clock.now() - LATE), key=lambda analysis: analysis.since)
    return StuckWork(messages=list(_unsent(store, clock.now() - UNSENT)), analyses=late[:MOST])


def _unsent(store: RecordStore, before: datetime) -> Iterator[LateMessage]:
    for record in store.scan(Outgoing.kind, limit=MOST):
        outgoing = Outgoing.restore(record.body, record.etag)
        if outgoing.committed_at <= before:
            yield LateMessage(id=outgoing.id, queue=outgoing.queue, committed_at=outgoing.committed_at)


def _late(uow: UnitOfWork, before: datetime) -> Iterator[LateAnalysis]:
    """Every organization's worklist holds what is under way, the oldest first."""
    for organization in uow.of(Organization, partitions.ORGANIZATIONS).all():
        entries = uow.of(WorklistEntry, partitions.worklist(organization.id))
        waiting = entries.all(Condition("waiting", "is", True), order="work.waiting_since", limit=MOST)
        for entry in waiting:
            since = entry.work.waiting_since
            if since and since <= before:
                yield LateAnalysis(organization_id=organization.id, study_uid=entry.id, since=since)
