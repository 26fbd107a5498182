"""Cosmos: so many request units in a second for each physical partition; who is late gets a 429 and waits."""

from collections import defaultdict
from random import Random

from tests.bench.scale import parameters as known
from tests.bench.scale.clock import Clock, Process


class Records:
    def __init__(self, clock: Clock, random: Random, per_second: float, partitions: int) -> None:
        self._clock, self._random = clock, random
        self.capacity = per_second
        self._share = per_second / partitions
        self.partitions = partitions
        self._used = [(0, 0.0)] * partitions  # in which second how much
        self.spent = defaultdict[int, float](float)  # by second
        self.asked, self.refused, self.lost = 0, 0, 0

    def spend(self, key: int, units: float) -> Process[bool]:
        """False where it was refused as often as the SDK is willing to ask."""
        began = self._clock.now
        for _ in range(int(known.RETRIES_429.value) + 1):
            if self.charge(key, units):
                yield known.RECORDS_LATENCY.value
                return True
            yield int(self._clock.now) + 1 - self._clock.now + self._random.random()
            if self._clock.now - began > known.PATIENCE_429.value:
                break
        self.lost += 1
        return False

    def charge(self, key: int, units: float) -> bool:
        """A request is let in while anything is left of its second, and charged in full."""
        self.asked += 1
        place, second = key % self.partitions, int(self._clock.now)
        at, used = self._used[place]
        if at != second:
            # What went over is paid from the seconds after it.
            used = max(0.0, used - self._share * (second - at))
        if used >= self._share:
            self._used[place] = (second, used)
            self.refused += 1
            return False
        self._used[place] = (second, used + units)
        self.spent[second] += units
        return True
