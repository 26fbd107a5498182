"""A hospital's line: whoever reads over it at the same time shares it evenly."""

import heapq

from tests.bench.scale.clock import Clock, Process, Signal


class Line:
    def __init__(self, clock: Clock, rate: float, stream: float) -> None:
        """MB/s of the line, and of one transfer at most."""
        self._clock, self._rate, self._stream = clock, rate, stream
        self._given, self._since = 0.0, 0.0  # MB that each of the transfers has got until then
        self._ends: list[tuple[float, int, Transfer]] = []
        self._count, self._active, self._plan = 0, 0, 0

    def transfer(self, size: float, patience: float) -> "Process[bool]":
        """False where it took longer than `patience`: all of it was in vain."""
        self._advance()
        one = Transfer(Signal(self._clock))
        self._count += 1
        heapq.heappush(self._ends, (self._given + size, self._count, one))
        self._active += 1
        self._clock.at(self._clock.now + patience, lambda: self._cut(one))
        self._look_ahead()
        yield one.end
        return one.whole

    def _cut(self, one: "Transfer") -> None:
        if not one.over:
            self._advance()
            self._finish(one, whole=False)
            self._look_ahead()

    def _finish(self, one: "Transfer", *, whole: bool) -> None:
        one.over, one.whole = True, whole
        self._active -= 1
        one.end.fire()

    def _speed(self) -> float:
        return min(self._stream, self._rate / self._active) if self._active else 0.0

    def _advance(self) -> None:
        self._given += (self._clock.now - self._since) * self._speed()
        self._since = self._clock.now

    def _look_ahead(self) -> None:
        """When the next one ends, if nobody comes or goes before."""
        while self._ends and self._ends[0][2].over:
            heapq.heappop(self._ends)
        self._plan += 1
        if self._ends:
            plan, left = self._plan, max(0.0, self._ends[0][0] - self._given)
            self._clock.at(self._clock.now + left / self._speed(), lambda: self._arrive(plan))

    def _arrive(self, plan: int) -> None:
        if plan != self._plan:
            return
        self._advance()
        self._finish(heapq.heappop(self._ends)[2], whole=True)
        self._look_ahead()


class Transfer:
    def __init__(self, end: Signal) -> None:
        self.end, self.over, self.whole = end, False, False
