"""One queue function on Flex Consumption: instances of its own, started by the length of its queue."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from random import Random

from tests.bench.scale import parameters as known
from tests.bench.scale.clock import Clock, Process
from tests.bench.scale.queue import Message, Queue


@dataclass(frozen=True)
class Hosting:
    """What host.json and bicep decide."""

    most: int  # instances
    slots: int  # messages at a time in an instance
    target: int  # messages that the scale controller wants an instance to have
    polling: float  # seconds between two looks at an empty queue, at most


@dataclass
class Quota:
    """Instances that the subscription may have in a region, whatever function they are of."""

    left: int


@dataclass
class Instance:
    began: float = 0.0
    busy: int = 0
    idle_since: float = 0.0
    gone: bool = False
    billed: float = 0.0  # seconds


class Group[T]:
    def __init__(
        self,
        clock: Clock,
        random: Random,
        queue: Queue[T],
        hosting: Hosting,
        quota: Quota,
        handle: Callable[[Message[T]], Process[float | None]],
    ) -> None:
        """`handle` ends with None when it is done, or with seconds after which it is to be tried again."""
        self._clock, self._random, self.queue = clock, random, queue
        self._hosting, self._quota, self._handle = hosting, quota, handle
        self._all: list[Instance] = []
        self.most = 0
        clock.start(self._scale())

    @property
    def billed(self) -> float:
        return sum(one.billed for one in self._all)

    def _scale(self) -> Process[None]:
        while True:
            there = [one for one in self._all if not one.gone]
            if not there and not self.queue:
                yield self.queue.watch
            yield self._clock.till(known.SCALE_EVERY.value)
            wanted = min(self._hosting.most, ceil(len(self.queue) / self._hosting.target))
            for _ in range(min(wanted - len(there), int(known.SCALE_STEP.value), self._quota.left)):
                self._quota.left -= 1
                self._clock.start(self._begin())
            for one in there[wanted:]:
                idle = self._clock.now - one.idle_since
                one.gone = one.busy == 0 and idle > known.IDLE_BEFORE_GONE.value
                self._quota.left += one.gone
            self.most = max(self.most, len(there))

    def _begin(self) -> Process[None]:
        instance = Instance()
        self._all.append(instance)
        instance.idle_since = self._clock.now + known.FUNCTION_COLD.value
        yield known.FUNCTION_COLD.value * (0.5 + self._random.random())
        for _ in range(self._hosting.slots):
            self._clock.start(self._slot(instance))

    def _slot(self, instance: Instance) -> Process[None]:
        while not instance.gone:
            message = self.queue.take()
            if message is None:
                yield self.queue.arrival
                if instance.gone:
                    self.queue.arrival.fire()  # somebody else's, then
                    return
                yield self._random.random() * self._hosting.polling
                continue
            self._enter(instance)
            again = yield from self._handle(message)
            if again is None:
                self.queue.done()
            else:
                self.queue.failed(message, again)
            self._leave(instance)

    def _enter(self, instance: Instance) -> None:
        if instance.busy == 0:
            instance.began = self._clock.now
        instance.busy += 1

    def _leave(self, instance: Instance) -> None:
        """Paid for is the time in which anything runs, a second at least."""
        instance.busy -= 1
        if instance.busy == 0:
            instance.idle_since = self._clock.now
            instance.billed += max(known.LEAST_BILLED.value, self._clock.now - instance.began)
