"""Time that passes only from event to event. A process is a generator: it yields seconds, or a Signal."""

import heapq
from collections import deque
from collections.abc import Callable, Generator
from random import Random

type Process[R] = Generator[float | Signal, None, R]


def chance(seed: int) -> Random:
    """The same each time."""
    return Random(seed)  # noqa: S311 (no secret)


class Signal:
    """What processes wait for; each `fire` lets one of them go on, in the order they came."""

    def __init__(self, clock: "Clock") -> None:
        self._clock, self._waiting = clock, deque[Process[None]]()

    def wait(self, process: Process[None]) -> None:
        self._waiting.append(process)

    def fire(self) -> None:
        if self._waiting:
            self._clock.resume(self._waiting.popleft())


class Clock:
    def __init__(self) -> None:
        self.now = 0.0  # seconds
        self._coming: list[tuple[float, int, Process[None] | Callable[[], None]]] = []
        self._count = 0  # what comes at the same moment comes in the order it was asked for

    def at(self, moment: float, action: Process[None] | Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._coming, (moment, self._count, action))

    def start(self, process: Process[None]) -> None:
        self.resume(process)

    def resume(self, process: Process[None]) -> None:
        self.at(self.now, process)

    def till(self, period: float) -> float:
        """Seconds until something that happens every `period` seconds happens next."""
        return period - self.now % period

    def run(self, until: float = float("inf")) -> None:
        """What would happen after `until` stays to come."""
        coming = self._coming
        while coming and coming[0][0] <= until:
            self.now, _, action = heapq.heappop(coming)
            if callable(action):
                action()
                continue
            try:
                pause = next(action)
            except StopIteration:
                continue
            if isinstance(pause, Signal):
                pause.wait(action)
            else:
                self.at(self.now + pause, action)
        if until != float("inf"):
            self.now = until
