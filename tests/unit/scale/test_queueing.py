"""Does the simulation queue as theory says it must?"""

from collections.abc import Callable
from math import factorial
from random import Random

import pytest

from tests.bench.scale.clock import Clock, Process, chance
from tests.bench.scale.jobs import Jobs, Scaling
from tests.bench.scale.pacs import Line
from tests.bench.scale.queue import Message, Queue

NEVER = float("inf")
CPU = "Consumption"
HOUR = 3600.0


def arrivals(
    random: Random, mean: float, count: int, come: Callable[[], None], begin: float = 0.0
) -> Process[None]:
    yield begin
    for _ in range(count):
        come()
        yield random.expovariate(1 / mean)


def erlang_c(servers: int, load: float) -> float:
    """The chance that somebody has to wait; `load`: servers that would be busy on average."""
    last = load**servers / factorial(servers) * servers / (servers - load)
    return last / (sum(load**n / factorial(n) for n in range(servers)) + last)


class Desk:
    """Three jobs that never end, and messages that come at random and take their time."""

    servers, service, between, count = 3, 120.0, 50.0, 6_000

    def __init__(self) -> None:
        self.clock, random = Clock(), chance(7)
        self.queue: Queue[float] = Queue(self.clock, 5, 10.0)
        self.waited, self.stayed = list[float](), list[float]()
        self.seen = list[int]()
        scaling = Scaling(CPU, most=self.servers, each=1, polling=1.0, timeout=NEVER, linger=NEVER)

        def read(message: Message[float]) -> float:
            self.waited.append(self.clock.now - message.came)
            return random.expovariate(1 / self.service)

        def told(message: Message[float]) -> None:
            self.stayed.append(self.clock.now - message.came)

        Jobs(self.clock, random, self.queue, scaling, read, told)
        for _ in range(self.servers):
            self.queue.put(0.0)  # so that all three are there when the first comes
        come = lambda: self.queue.put(self.clock.now)  # noqa: E731
        self.clock.start(arrivals(random, self.between, self.count, come, begin=HOUR))
        self.clock.start(self._watch())
        self.clock.run(until=HOUR + self.between * self.count)

    def _watch(self) -> Process[None]:
        yield HOUR
        while True:
            self.seen.append(len(self.queue))
            yield 60.0


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def test_messages_wait_as_long_as_erlang_says(desk: Desk) -> None:
    load = desk.service / desk.between
    expected = erlang_c(desk.servers, load) * desk.service / (desk.servers - load)
    waited = desk.waited[desk.servers :]
    assert sum(waited) / len(waited) == pytest.approx(expected, rel=0.15)


def test_littles_law_holds(desk: Desk) -> None:
    stayed = desk.stayed[desk.servers :]
    rate = len(stayed) / (desk.between * desk.count)
    assert sum(desk.seen) / len(desk.seen) == pytest.approx(rate * sum(stayed) / len(stayed), rel=0.05)


def test_a_shared_line_is_as_slow_as_processor_sharing_is() -> None:
    clock, random, took = Clock(), chance(3), list[float]()
    line = Line(clock, rate=10.0, stream=10.0)

    def one() -> Process[None]:
        began = clock.now
        yield from line.transfer(random.expovariate(1 / 50), NEVER)
        took.append(clock.now - began)

    clock.start(arrivals(random, 10.0, 5_000, lambda: clock.start(one())))
    clock.run(until=50_000)
    alone, load = 50 / 10, (50 / 10) / 10
    assert sum(took) / len(took) == pytest.approx(alone / (1 - load), rel=0.1)


def test_a_transfer_alone_is_as_fast_as_its_stream() -> None:
    clock, ends = Clock(), list[float]()
    line = Line(clock, rate=25.0, stream=12.5)

    def one() -> Process[None]:
        assert (yield from line.transfer(100.0, NEVER))
        ends.append(clock.now)

    for _ in range(2):
        clock.start(one())
    clock.run()
    assert ends == pytest.approx([8.0, 8.0])


def test_a_transfer_that_takes_too_long_is_cut_and_leaves_the_line_to_the_others() -> None:
    clock, ends = Clock(), list[tuple[bool, float]]()
    line = Line(clock, rate=10.0, stream=10.0)

    def one(size: float, patience: float) -> Process[None]:
        whole = yield from line.transfer(size, patience)
        ends.append((whole, clock.now))

    clock.start(one(1000.0, 20.0))
    clock.start(one(200.0, 600.0))
    clock.run()
    assert ends == [(False, 20.0), (True, pytest.approx(30.0))]
