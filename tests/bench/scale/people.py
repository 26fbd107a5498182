"""What people ask for: studies ordered and read, by the hour, and dashboards that look at what waits."""

from random import Random

from tests.bench.scale import parameters as known
from tests.bench.scale.arrivals import moments, peak, weight
from tests.bench.scale.clock import Process
from tests.bench.scale.parameters import STEPS
from tests.bench.scale.setup import Setup, Volume
from tests.bench.scale.world import AUDITS, USERS, WORKLISTS, Study, World

READINGS = 6  # rounds of requests in which a study is read


class People:
    """Of one stamp."""

    def __init__(self, world: World, random: Random, volume: Volume, setup: Setup) -> None:
        self.world, self.random, self.volume, self.setup = world, random, volume, setup
        self.per_month, self.tenants = volume.per_month / setup.stamps, len(world.lines)

    def orders(self, end: float) -> Process[None]:
        """Each moment a study is ordered, and another one, of earlier, is read."""
        world, zones = self.world, self.volume.zones
        for moment in moments(self.random, self.per_month, zones, world.clock.now, end):
            yield moment - world.clock.now
            world.clock.start(self._order(self._study()))
            world.clock.start(self._read(self._study()))

    def herd(self, analyses: int) -> Process[None]:
        """As a script orders them: some dozens in a second."""
        for _ in range(analyses):
            study = self._study()
            study.tenant = 0
            self.world.clock.start(self._order(study))
            yield 1 / known.HERD_RATE.value

    def _study(self) -> Study:
        kinds = list(known.STUDIES.values())
        kind = self.random.choices(kinds, [one.share for one in kinds])[0]
        number = self.random.getrandbits(32)
        return Study(number, self.random.randrange(self.tenants), kind, self.world.clock.now)

    def _order(self, study: Study) -> Process[None]:
        self.world.studies.append(study)
        if not (yield from self.world.records.spend(study.number, STEPS["order"].units)):
            self.world.turned_away += 1  # 503, and somebody presses again
            return
        for name in ("fetch", "worklist", "audit"):
            self.world.queues[name].put(study)

    def _read(self, study: Study) -> Process[None]:
        """Over a few minutes; what it entails for worklist and audit comes with it."""
        world, step = self.world, STEPS["read"]
        sessions = STEPS["session"].shared * known.API_REQUESTS.value / READINGS
        tasks = ["worklist"] * int(known.TASKS["worklist"] - 2) + ["audit"] * int(known.TASKS["audit"] - 1)
        for _ in range(READINGS):
            world.records.charge(USERS, sessions)
            yield from world.records.spend(study.number, step.units / READINGS)
            yield from world.records.spend(AUDITS + study.tenant, step.shared / READINGS)
            if tasks:
                world.queues[tasks.pop()].put(study)
            yield self.random.expovariate(1 / 50)
        for name in tasks:
            world.queues[name].put(study)

    def dashboards(self, end: float) -> Process[None]:
        """People who look at what waits, every few seconds: for the records a steady load."""
        world, each = self.world, STEPS["dashboard again"].shared + STEPS["session"].shared
        most = self.per_month / known.STUDIES_A_READER.value * known.DASHBOARDS.value
        pause = max(1.0, self.setup.dashboard / most)
        busiest = peak(self.volume.zones)[1]
        while world.clock.now < end:
            open_ones = most * weight(world.clock.now, self.volume.zones) / busiest
            for _ in range(self._about(open_ones / self.setup.dashboard * pause)):
                world.records.charge(WORKLISTS + self.random.randrange(self.tenants), each)
            yield pause

    def _about(self, number: float) -> int:
        """Rounded at random, so that the mean is right."""
        return int(number + self.random.random())
