"""When studies come: a working day, in each of the time zones that hospitals are in."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.bench.scale import parameters as known

HOUR, DAY, WEEK = 3600, 86_400, 604_800
MONTH = 365.25 / 12 * DAY

type Zones = tuple[tuple[int, float], ...]
"""Hours from UTC, and the share of studies that come from there."""


def weight(moment: float, zones: Zones) -> float:
    """Against an even flow; `moment`: seconds since Monday 0:00 UTC."""
    return sum(share * _local(moment + offset * HOUR) for offset, share in zones) / _MEAN


def peak(zones: Zones) -> tuple[int, float]:
    """The hour of the week that is the busiest, and how busy."""
    hours = ((hour, weight(hour * HOUR, zones)) for hour in range(WEEK // HOUR))
    return max(hours, key=lambda one: one[1])


def moments(random: Random, per_month: float, zones: Zones, start: float, end: float) -> Iterator[float]:
    """A Poisson process whose rate follows the clock, by thinning."""
    mean, most, now = per_month / MONTH, peak(zones)[1], start
    while (now := now + random.expovariate(mean * most)) < end:
        if random.random() * most < weight(now, zones):
            yield now


def _local(moment: float) -> float:
    hours = known.HOURS
    factor = 1.0 if moment % WEEK < 5 * DAY else known.WEEKEND.value
    return hours[int(moment % DAY) // HOUR] * factor


_MEAN = sum(_local(a) for a, _ in pairwise(range(0, WEEK + HOUR, HOUR))) / (WEEK / HOUR)
