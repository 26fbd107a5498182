"""What must follow a commit, kept in the commit itself until it has been sent."""

from datetime import datetime
from typing import ClassVar

from shared.application.ports import Queue
from shared.core.mediator import Task
from shared.domain.entity import Entity


class Outgoing(Entity):
    kind: ClassVar[str] = "outgoing"

    queue: str
    message: str
    committed_at: datetime

    @classmethod
    def of(cls, task: Task, now: datetime) -> "Outgoing":
        return cls(queue=task.queue, message=task.model_dump_json(), committed_at=now)

    def send(self, queue: Queue) -> None:
        queue.put(self.queue, self.message)
