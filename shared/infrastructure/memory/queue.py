"""Both ends of queues in one process, for unit tests."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from uuid import uuid4

from shared.application.ports import Delivery, QueueLook
from shared.domain.errors import Stale
from shared.infrastructure.queue_limits import check_message, poison


@dataclass
class _Waiting:
    id: str
    message: str
    visible_at: float  # seconds of the clock
    came_at: datetime
    attempts: int = 0
    receipt: str = ""


class MemoryQueue:
    """A Queue and its Inbox. The clock, in seconds, may be replaced to make time pass."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._queues: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._seconds, self._lock = seconds, Lock()

    def put(self, queue: str, message: str) -> None:
        self._queues[queue].append(self._came(message))

    def take(self, queue: str, hidden_for: timedelta) -> Delivery | None:
        with self._lock:
            for waiting in self._queues[queue]:
                if waiting.visible_at <= self._seconds():
                    waiting.attempts += 1
                    return self._hide(waiting, hidden_for)
        return None

    def extend(self, queue: str, delivery: Delivery, hidden_for: timedelta) -> Delivery:
        with self._lock:
            if waiting := self._held(queue, delivery):
                return self._hide(waiting, hidden_for)
        raise Stale("This message is in other hands.")

    def done(self, queue: str, delivery: Delivery) -> None:
        with self._lock:
            if waiting := self._held(queue, delivery):
                self._queues[queue].remove(waiting)

    def bury(self, queue: str, delivery: Delivery) -> None:
        self.put(poison(queue), delivery.message)
        self.done(queue, delivery)

    def length(self, queue: str) -> int:
        return len(self._queues[queue])

    def look(self, queue: str) -> QueueLook:
        now = self._seconds()
        came = [waiting.came_at for waiting in self._queues[queue] if waiting.visible_at <= now]
        return QueueLook(len(self._queues[queue]), min(came, default=None))

    def messages(self, queue: str) -> list[str]:
        """What lies in a queue, for a test to look at."""
        return [waiting.message for waiting in self._queues[queue]]

    def _came(self, message: str) -> _Waiting:
        now = self._seconds()
        return _Waiting(uuid4().hex, check_message(message), now, datetime.fromtimestamp(now, UTC))

    def _hide(self, waiting: _Waiting, hidden_for: timedelta) -> Delivery:
        waiting.visible_at = self._seconds() + hidden_for.total_seconds()
        waiting.receipt = uuid4().hex
        return Delivery(waiting.id, waiting.message, waiting.attempts, waiting.receipt)

    def _held(self, queue: str, delivery: Delivery) -> _Waiting | None:
        """The message, unless it reappeared and somebody else took it."""
        return next((w for w in self._queues[queue] if w.receipt == delivery.receipt), None)
