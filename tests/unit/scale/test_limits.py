"""429s, tries, executions that are killed: what holds a study up, and what must not get lost."""

from dataclasses import replace

import pytest

from tests.bench.scale.arrivals import DAY, HOUR, MONTH, WEEK, moments, peak, weight
from tests.bench.scale.clock import Clock, Process, chance
from tests.bench.scale.jobs import Jobs, Scaling
from tests.bench.scale.queue import Message, Queue
from tests.bench.scale.records import Records
from tests.bench.scale.setup import ONE_ZONE, WORLD, Setup, Volume, deployed
from tests.bench.scale.simulation import Simulation
from tests.bench.scale.world import World

HERE = Volume(20_000, 3, ONE_ZONE, DAY + 9 * HOUR, HOUR)


def records(per_second: float, partitions: int) -> tuple[Clock, Records]:
    clock = Clock()
    return clock, Records(clock, chance(1), per_second, partitions)


def asking(clock: Clock, store: Records, key: int, units: float, each: float, times: int) -> Process[None]:
    def ask() -> Process[None]:
        yield from store.spend(key, units)

    for _ in range(times):
        clock.start(ask())
        yield each


def test_nobody_is_refused_below_what_is_provisioned() -> None:
    clock, store = records(1000, 1)
    clock.start(asking(clock, store, 0, units=10, each=0.0125, times=800))  # 800 RU/s
    clock.run()
    assert (store.refused, store.lost, sum(store.spent.values())) == (0, 0, 8000)


def test_twice_as_much_as_provisioned_is_refused_and_asked_again() -> None:
    clock, store = records(1000, 1)
    clock.start(asking(clock, store, 0, units=10, each=0.005, times=2000))  # 2,000 RU/s, for ten seconds
    clock.run()
    assert store.refused > 0
    assert max(store.spent.values()) <= 1010  # the request that crosses the line is let in
    assert sum(store.spent.values()) == 10 * (2000 - store.lost)


def test_one_busy_partition_has_no_more_than_its_share() -> None:
    clock, store = records(10_000, 10)
    clock.start(asking(clock, store, 3, units=10, each=0.005, times=2000))
    clock.run()
    assert store.refused > 0
    assert max(store.spent.values()) <= 1010


def test_a_message_is_given_up_after_the_last_try() -> None:
    clock = Clock()
    queue: Queue[str] = Queue(clock, tries=3, pause=10.0)
    queue.put("unreadable")
    tries = 0
    for moment in (0, 10, 20, 30):
        clock.run(until=moment)
        if message := queue.take():
            tries += 1
            queue.failed(message)
    assert (tries, queue.seen.given_up, len(queue)) == (3, 1, 0)


def test_what_a_killed_execution_had_in_hand_comes_back() -> None:
    clock, read = Clock(), list[int]()
    queue: Queue[str] = Queue(clock, tries=5, pause=10.0)
    scaling = Scaling("Consumption", most=1, each=8, polling=10.0, timeout=300.0)

    def seconds(message: Message[str]) -> float:
        return 1000.0 if message.attempts == 1 else 5.0

    jobs = Jobs(clock, chance(1), queue, scaling, seconds, lambda message: read.append(message.attempts))
    queue.put("large")
    clock.run(until=HOUR)
    assert (jobs.killed, read, len(queue)) == (1, [2], 0)


def troubled(**given: float) -> Setup:
    """So slow a PACS and so few records that much is tried again."""
    now = deployed()
    return replace(now, pacs=40.0, provisioned=300.0, scaling=replace(now.scaling, timeout=200.0), **given)


@pytest.fixture(scope="module")
def trouble() -> World:
    return Simulation(HERE, troubled(), herd=150).run()


def test_no_message_is_lost(trouble: World) -> None:
    for name, queue in trouble.queues.items():
        seen = queue.seen
        assert seen.put == seen.done + seen.given_up + len(queue), name
    assert trouble.queues["fetch"].seen.given_up > 0  # so that it is known to be trouble


def test_no_study_is_lost(trouble: World) -> None:
    fetch = trouble.queues["fetch"]
    assert fetch.seen.put + trouble.turned_away == len(trouble.studies)
    runs = sum(one.kind.runs for one in trouble.studies if one.found or one.left)
    infer, result = trouble.queues["infer"], trouble.queues["result"]
    assert infer.seen.put == runs
    assert infer.seen.done == result.seen.put


def test_the_same_seed_gives_the_same_day() -> None:
    volume = replace(HERE, length=600.0)
    first, second = (Simulation(volume, deployed()).run() for _ in range(2))
    assert [one.found for one in first.studies] == [one.found for one in second.studies]


@pytest.mark.parametrize("zones", [ONE_ZONE, WORLD])
def test_a_month_has_as_many_studies_as_it_is_said_to_have(zones: tuple[tuple[int, float], ...]) -> None:
    came = sum(1 for _ in moments(chance(5), 40_000, zones, 0.0, WEEK))
    assert came == pytest.approx(40_000 * WEEK / MONTH, rel=0.03)


def test_more_time_zones_make_a_lower_peak() -> None:
    assert peak(WORLD)[1] < peak(ONE_ZONE)[1]


def test_people_work_by_day_and_in_the_week() -> None:
    assert weight(9 * HOUR, ONE_ZONE) > 4 * weight(2 * HOUR, ONE_ZONE)
    assert weight(9 * HOUR, ONE_ZONE) > 2 * weight(5 * DAY + 9 * HOUR, ONE_ZONE)
