"""Measure how much waits in each queue, and for how long."""

from shared.application.ports import Clock, QueueWatch
from shared.application.services.background import TASKS
from shared.core.measures import QUEUE_LENGTH, QUEUE_OLDEST
from shared.core.mediator import Command, handles
from shared.core.telemetry import listening, measured
from shared.domain.access import Permission


class MeasureQueues(Command[None]):
    access = Permission.WORK_IN_BACKGROUND


@handles(MeasureQueues)
def measure_queues(command: MeasureQueues, *, watch: QueueWatch, clock: Clock) -> None:  # noqa: ARG001
    if not listening():
        return
    for name in TASKS:
        looked = watch.look(name)
        waited = (clock.now() - looked.oldest).total_seconds() if looked.oldest else 0.0
        measured(QUEUE_OLDEST, max(0.0, waited), queue=name)
        measured(QUEUE_LENGTH, looked.length, queue=name)
