"""Work of the background that was given up after its last try, until somebody has seen to it."""

import hashlib
from datetime import datetime
from typing import ClassVar

from shared.domain.entity import Entity


class FailedTask(Entity):
    """It holds ids and a sentence, never a patient's data. The same message is the same record."""

    kind: ClassVar[str] = "failed-task"
    searchable: ClassVar[frozenset[str]] = frozenset({"failed_at", "queue", "buried"})

    queue: str
    message: str | None  # the task, as it lay in the queue; None: none of ours, and so nothing to repeat
    organization_id: str | None = None
    study_uid: str | None = None
    reason: str
    failed_at: datetime
    failures: int = 1
    buried: bool = False  # its message has left the queue: from then on there is something to decide

    @staticmethod
    def id_of(queue: str, message: str) -> str:
        return hashlib.sha256(f"{queue}\n{message}".encode()).hexdigest()[:32]

    def fail_again(self, reason: str, now: datetime) -> None:
        self.reason, self.failed_at, self.failures = reason, now, self.failures + 1
