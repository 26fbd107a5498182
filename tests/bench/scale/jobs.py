"""The inference job: KEDA looks at the queue and starts executions, each of which drains it and ends."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from random import Random

from tests.bench.scale import parameters as known
from tests.bench.scale.clock import Clock, Process
from tests.bench.scale.queue import Message, Queue


@dataclass(frozen=True)
class Scaling:
    """What bicep decides."""

    profile: str
    most: int  # executions at a time
    each: int  # messages for an execution
    polling: float  # seconds
    timeout: float  # seconds after which an execution is killed
    linger: float = 0.0  # seconds that one waits for more before it ends
    shift: float = float("inf")  # seconds after which one takes no more


class Jobs[T]:
    def __init__(
        self,
        clock: Clock,
        random: Random,
        queue: Queue[T],
        scaling: Scaling,
        read: Callable[[Message[T]], float],
        told: Callable[[Message[T]], None],
    ) -> None:
        """`read`: seconds that a message takes; `told`: its answer has been put."""
        self._clock, self._random, self.queue = clock, random, queue
        self._scaling, self._read, self._told = scaling, read, told
        self._cold = known.JOB_COLD[scaling.profile].value
        self.running, self.most, self.started, self.killed = 0, 0, 0, 0
        self.worked = 0.0  # seconds with a message in hand
        self._paid, self._begun = 0.0, 0.0  # seconds of those that have ended; moments of those that have not
        self._up = 0
        clock.start(self._poll())

    @property
    def paid(self) -> float:
        """Seconds, until now."""
        return self._paid + self._up * self._clock.now - self._begun

    def _poll(self) -> Process[None]:
        while True:
            if not self.queue:
                yield self.queue.watch
            yield self._clock.till(self._scaling.polling)
            wanted = min(self._scaling.most, ceil(len(self.queue) / self._scaling.each))
            for _ in range(wanted - self.running):
                self.running += 1
                self.started += 1
                self._clock.start(self._execution())
            self.most = max(self.most, self.running)

    def _execution(self) -> Process[None]:
        yield self._cold * (0.5 + self._random.random())
        began = self._clock.now - known.BILLED_OF_COLD.value
        end = began + self._scaling.timeout
        self._up += 1
        self._begun += began
        over = min(end, began + self._scaling.shift)
        while (message := (yield from self._next(over))) is not None:
            seconds = self._read(message)
            if self._clock.now + seconds > end:  # killed: others find it when it is visible again
                yield end - self._clock.now
                self.killed += 1
                self.queue.failed(message, known.HIDDEN.value / 2)
                break
            yield seconds
            self.worked += seconds
            self.queue.done()
            self._told(message)
        self._up -= 1
        self._begun -= began
        self._paid += self._clock.now - began
        self.running -= 1

    def _next(self, over: float) -> Process[Message[T] | None]:
        """The next message, also one that comes while this lingers; none once the shift is over."""
        until = self._clock.now + self._scaling.linger
        while self._clock.now < over:
            if (message := self.queue.take()) is not None or self._clock.now >= until:
                return message
            yield known.LINGER_POLL.value
        return None
