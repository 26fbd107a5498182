"""What a simulation has shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.scale.setup import Setup, Volume
from tests.bench.scale.world import Study, World

WARM = 0.1  # of the window: what comes before is not counted


@dataclass(frozen=True)
class Outcome:
    """Of one stamp, unless it says otherwise."""

    volume: Volume
    setup: Setup
    ordered: int
    unfinished: float  # share that had no findings half an hour after the last order
    p50: float
    p95: float
    p99: float
    others: float  # 95 % of the other organizations' studies
    fetch_longest: int
    fetch_oldest: float
    infer_longest: int
    infer_oldest: float
    turned_away: int
    given_up: int
    busiest: float  # studies in a second, over a minute
    ru_peak: float  # RU in a second, over a minute
    capacity: float  # RU/s
    refused: float  # share of requests
    partitions: int
    messages_peak: int  # put into one queue in a second
    instances: int
    executions: int
    started: int
    killed: int
    job_seconds: float  # of a study, as they are paid for
    work_seconds: float  # of it: with a message
    function_seconds: float  # of a study: instances' time


def outcome(volume: Volume, setup: Setup, world: World) -> Outcome:
    counted = [one for one in world.studies if one.ordered >= volume.start + WARM * volume.length]
    times = _times(counted)
    others = [one for one in counted if one.tenant]
    studies = len(world.studies) or 1
    fetch, infer = world.queues["fetch"].seen, world.queues["infer"].seen
    return Outcome(
        volume,
        setup,
        ordered=len(world.studies),
        unfinished=1 - len(times) / (len(counted) or 1),
        p50=_percentile(times, len(counted), 0.50),
        p95=_percentile(times, len(counted), 0.95),
        p99=_percentile(times, len(counted), 0.99),
        others=_percentile(_times(others), len(others), 0.95),
        fetch_longest=fetch.longest,
        fetch_oldest=fetch.oldest,
        infer_longest=infer.longest,
        infer_oldest=infer.oldest,
        turned_away=world.turned_away,
        given_up=sum(queue.seen.given_up for queue in world.queues.values()),
        busiest=_busiest([int(one.ordered) for one in world.studies]),
        ru_peak=_minutes(world.records.spent),
        capacity=world.records.capacity,
        refused=world.records.refused / (world.records.asked or 1),
        partitions=world.records.partitions,
        messages_peak=max(queue.seen.peak for queue in world.queues.values()),
        instances=sum(group.most for group in world.groups.values()),
        executions=world.jobs.most,
        started=world.jobs.started,
        killed=world.jobs.killed,
        job_seconds=world.jobs.paid / studies,
        work_seconds=world.jobs.worked / studies,
        function_seconds=sum(group.billed for group in world.groups.values()) / studies,
    )


def _times(studies: list[Study]) -> list[float]:
    return sorted(one.found - one.ordered for one in studies if one.found)


def _percentile(times: list[float], of: int, share: float) -> float:
    """Of all that were ordered: those without findings have waited longest."""
    place = int(share * of)
    return times[place] if place < len(times) else float("inf")


def _minutes(by_second: Mapping[int, float]) -> float:
    minutes: dict[int, float] = {}
    for second, spent in by_second.items():
        minutes[second // 60] = minutes.get(second // 60, 0.0) + spent
    return max(minutes.values(), default=0.0) / 60


def _busiest(seconds: list[int]) -> float:
    counts: dict[int, float] = {}
    for second in seconds:
        counts[second] = counts.get(second, 0) + 1
    return _minutes(counts)
