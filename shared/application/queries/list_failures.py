"""What the background gave up and nobody has seen to yet, the latest first."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.system import FailurePage, FailureView
from shared.application.ports import Condition
from shared.application.services.background import ONCE
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.failed_task import FailedTask
from shared.domain.partitions import FAILURES

BURIED = Condition("buried", "is", True)  # of what still lies in a queue, nothing can be decided


class ListFailures(Query[FailurePage]):
    access = Permission.MANAGE_PLATFORM

    sort: Literal["failed_at", "queue"] = "failed_at"
    descending: bool = True
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 10


@handles(ListFailures)
def list_failures(query: ListFailures, *, uow: UnitOfWork) -> FailurePage:
    failures = uow.of(FailedTask, FAILURES)
    found = failures.all(
        BURIED, order=query.sort, descending=query.descending, offset=query.offset, limit=query.limit
    )
    return FailurePage(items=[_view(failure) for failure in found], total=failures.count(BURIED))


def _view(failure: FailedTask) -> FailureView:
    return FailureView.of(failure, can_rerun=failure.message is not None and failure.queue not in ONCE)
