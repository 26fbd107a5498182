"""What must follow a commit, kept in the commit itself until it has been sent."""

from datetime import datetime
from typing import ClassVar

from shared.application.ports import Queue
from shared.core.envelope import sealed
from shared.core.mediator import Task
from shared.core.telemetry import traceparent
from shared.domain.entity import Entity


class Outgoing(Entity):
    kind: ClassVar[str] = "outgoing"

    queue: str
    message: str
    committed_at: datetime

    @classmethod
    def of(cls, task: Task, now: datetime) -> "Outgoing":
        """It carries on what it came from: another process may send it, much later."""
        message = sealed(task.model_dump_json(), traceparent())
        return cls(queue=task.queue, message=message, committed_at=now)

    def send(self, queue: Queue) -> None:
        queue.put(self.queue, self.message)
