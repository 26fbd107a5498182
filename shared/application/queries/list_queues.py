"""The queues of the background: how much waits in each, and since when."""

from shared.application.models.system import QueueState
from shared.application.ports import QueueWatch
from shared.application.services.background import TASKS
from shared.core.mediator import Query, handles
from shared.domain.access import Permission


class ListQueues(Query[list[QueueState]]):
    access = Permission.MANAGE_PLATFORM


@handles(ListQueues)
def list_queues(query: ListQueues, *, watch: QueueWatch) -> list[QueueState]:  # noqa: ARG001
    return [_state(name, watch) for name in TASKS]


def _state(name: str, watch: QueueWatch) -> QueueState:
    """What a function for poison failed over as well lies one queue further."""
    looked = watch.look(name)
    poison = sum(watch.look(f"{name}{end}").length for end in ("-poison", "-poison-poison"))
    return QueueState(name=name, length=looked.length, oldest_at=looked.oldest, poison=poison)
