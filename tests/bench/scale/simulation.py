"""Studies on their way from the order to findings, through everything that may hold them up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from tests.bench.scale import parameters as known
from tests.bench.scale.arrivals import MONTH, moments, peak, weight
from tests.bench.scale.clock import Clock, Process, chance
from tests.bench.scale.functions import Group, Quota
from tests.bench.scale.jobs import Jobs
from tests.bench.scale.pacs import Line
from tests.bench.scale.queue import Message, Queue
from tests.bench.scale.records import Records
from tests.bench.scale.setup import Setup, Volume

SEED = 2026
AFTER = 1800.0  # seconds in which what was ordered last may still be finished
READINGS = 6  # rounds of requests in which a study is read

STEPS = known.STEPS


@dataclass(slots=True)
class Study:
    number: int
    tenant: int
    kind: known.Kindred
    ordered: float
    left: int = 0  # runs that have not answered
    found: float = 0.0  # when the findings were there


@dataclass
class World:
    clock: Clock
    records: Records
    queues: dict[str, Queue[Study]]
    groups: dict[str, Group[Study]]
    jobs: Jobs[Study]
    lines: list[Line]
    studies: list[Study] = field(default_factory=list[Study])
    turned_away: int = 0


class Simulation:
    """One deployment (a stamp), with its part of the studies."""

    def __init__(self, volume: Volume, setup: Setup, herd: int = 0) -> None:
        """`herd`: analyses that one organization orders all at once, in the middle."""
        self.volume, self.setup, self.herd = volume, setup, herd
        self.per_month = volume.per_month / setup.stamps
        self.tenants = max(1, volume.tenants // setup.stamps)
        self.random = chance(SEED)
        self.fetching = [0] * self.tenants
        self.world = self._build()

    def run(self, progress: Callable[[str], None] = lambda _: None) -> World:
        world, end = self.world, self.volume.start + self.volume.length
        world.clock.now = self.volume.start
        world.clock.start(self._orders(end))
        world.clock.start(self._dashboards(end))
        world.clock.start(self._sweeps(end))
        if self.herd:
            world.clock.at(self.volume.start + self.volume.length / 2, self._herd())
        parts = 10
        for part in range(1, parts + 1):
            world.clock.run(self.volume.start + self.volume.length * part / parts)
            progress(f"{self.volume.name} a month: {part * 100 // parts} %")
        world.clock.run(end + AFTER)
        return world

    def _build(self) -> World:
        clock, setup = Clock(), self.setup
        clock.now = self.volume.start
        queues = {
            name: Queue[Study](clock, setup.tries, setup.pause)
            for name in ("fetch", "infer", "result", "worklist", "audit")
        }
        handlers = {
            "fetch": self._fetch,
            "result": self._record,
            "worklist": self._small("worklist"),
            "audit": self._small("audit"),
        }
        quota = Quota(int(known.FLEX_MEMORY_MB.value / 1024 / setup.memory))
        groups = {
            name: Group(clock, self.random, queues[name], setup.hosting, quota, handle)
            for name, handle in handlers.items()
        }
        jobs = Jobs(clock, self.random, queues["infer"], setup.scaling, self._reading_time, self._answered)
        lines = [
            Line(clock, known.LINE_MB.value / setup.pacs, known.STREAM_MB.value / setup.pacs)
            for _ in range(self.tenants)
        ]
        per_second, partitions = capacity(self.volume, setup)
        records = Records(clock, self.random, per_second, partitions)
        return World(clock, records, queues, groups, jobs, lines)

    # -- what people do

    def _orders(self, end: float) -> Process[None]:
        """Each moment a study is ordered, and another one, of earlier, is read."""
        world, zones = self.world, self.volume.zones
        for moment in moments(self.random, self.per_month, zones, world.clock.now, end):
            yield moment - world.clock.now
            world.clock.start(self._order(self._study()))
            world.clock.start(self._read(self._study()))

    def _herd(self) -> Process[None]:
        """As a script orders them: some dozens in a second."""
        for _ in range(self.herd):
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
            yield from world.records.spend(self._organizations(study), step.shared / READINGS)
            if tasks:
                world.queues[tasks.pop()].put(study)
            yield self.random.expovariate(1 / 50)
        for name in tasks:
            world.queues[name].put(study)

    def _dashboards(self, end: float) -> Process[None]:
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

    def _sweeps(self, end: float) -> Process[None]:
        """The outbox is looked through each minute, in every partition."""
        while self.world.clock.now < end:
            for place in range(self.world.records.partitions):
                self.world.records.charge(place, known.QUERY.value)
            yield 60.0

    def _about(self, number: float) -> int:
        """Rounded at random, so that the mean is right."""
        return int(number + self.random.random())

    # -- what functions and the job do

    def _fetch(self, message: Message[Study]) -> Process[float | None]:
        study, setup, world = message.about, self.setup, self.world
        if setup.tenant_fetches and self.fetching[study.tenant] >= setup.tenant_fetches:
            message.attempts -= 1  # put back, and no failure
            yield known.RECORDS_LATENCY.value
            return known.TENANT_PAUSE.value * (0.5 + self.random.random())
        self.fetching[study.tenant] += 1
        began = world.clock.now
        whole = yield from world.lines[study.tenant].transfer(
            study.kind.fetched, known.FUNCTION_TIMEOUT.value
        )
        self.fetching[study.tenant] -= 1
        told = min(study.kind.images, 2 * (world.clock.now - began)) * known.TELL_UNITS.value
        kept = yield from world.records.spend(study.number, STEPS["fetch"].units + told)
        kept = kept and (yield from world.records.spend(KEPT + study.tenant, STEPS["fetch"].shared))
        if not (whole and kept):
            return setup.pause
        study.left = study.kind.runs
        for _ in range(study.kind.runs):
            world.queues["infer"].put(study)
        return None

    def _reading_time(self, message: Message[Study]) -> float:
        kind, profile = message.about.kind, self.setup.scaling.profile
        model = {"Consumption": kind.cpu, "Consumption-GPU-NC8as-T4": kind.t4}.get(profile, kind.a100)
        return kind.fetched / kind.runs / known.READ_BLOB_MB.value + model * self.setup.model

    def _answered(self, message: Message[Study]) -> None:
        self.world.queues["result"].put(message.about)

    def _record(self, message: Message[Study]) -> Process[float | None]:
        study, world = message.about, self.world
        yield known.TASK_SECONDS.value
        if not (yield from world.records.spend(study.number, STEPS["result"].units)):
            return self.setup.pause
        study.left -= 1
        if study.left == 0:
            study.found = world.clock.now
        world.queues["worklist"].put(study)
        return None

    def _small(self, name: str) -> Callable[[Message[Study]], Process[float | None]]:
        step, place = STEPS[name], {"worklist": WORKLISTS, "audit": AUDITS}[name]

        def handle(message: Message[Study]) -> Process[float | None]:
            yield known.TASK_SECONDS.value
            records, study = self.world.records, message.about
            if not (yield from records.spend(study.number, step.units)):
                return self.setup.pause
            return None if (yield from records.spend(place + study.tenant, step.shared)) else self.setup.pause

        return handle

    def _organizations(self, study: Study) -> int:
        return AUDITS + study.tenant


USERS, WORKLISTS, AUDITS, KEPT = 7, 1_000_003, 2_000_003, 3_000_017
"""Partitions that many share: of all users; worklist, audit and copies of each organization."""


def capacity(volume: Volume, setup: Setup) -> tuple[float, int]:
    """RU/s, and over how many physical partitions they are spread: by size, or by throughput."""
    stored = stored_gb(volume, setup)
    if setup.provisioned:
        by_rate = ceil(setup.provisioned / known.PARTITION_RU.value)
        return setup.provisioned, max(by_rate, ceil(stored / known.PARTITION_GB.value))
    partitions = max(1, ceil(min(stored, known.SERVERLESS_GB.value) / known.PARTITION_GB.value))
    return max(known.SERVERLESS_RU.value, partitions * known.SERVERLESS_EACH.value), partitions


def stored_gb(volume: Volume, setup: Setup) -> float:
    """Records of a stamp, after `months` of which nothing was deleted."""
    tasks = {name: known.TASKS.get(name, 1) for name in STEPS}
    study = sum(
        STEPS[name].stored * tasks[name] for name in ("order", "fetch", "result", "read", "worklist", "audit")
    )
    return study * known.STORED_FACTOR.value * volume.per_month / setup.stamps * volume.months / 1e9


def per_second(volume: Volume) -> float:
    return volume.per_month / MONTH
