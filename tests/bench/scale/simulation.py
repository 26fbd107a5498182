"""Studies on their way from the order to findings, through everything that may hold them up."""

from collections.abc import Callable

from tests.bench.scale import parameters as known
from tests.bench.scale.clock import Clock, Process, chance
from tests.bench.scale.functions import Group, Quota
from tests.bench.scale.jobs import Jobs
from tests.bench.scale.pacs import Line
from tests.bench.scale.parameters import STEPS
from tests.bench.scale.people import People
from tests.bench.scale.queue import Message, Queue
from tests.bench.scale.records import Records
from tests.bench.scale.setup import Setup, Volume
from tests.bench.scale.storing import capacity
from tests.bench.scale.world import AUDITS, KEPT, WORKLISTS, Study, World

SEED = 2026
AFTER = 1800.0  # seconds in which what was ordered last may still be finished


class Simulation:
    """One deployment (a stamp), with its part of the studies."""

    def __init__(self, volume: Volume, setup: Setup, herd: int = 0) -> None:
        """`herd`: analyses that one organization orders all at once, in the middle."""
        self.volume, self.setup, self.herd = volume, setup, herd
        self.tenants = max(1, volume.tenants // setup.stamps)
        self.random = chance(SEED)
        self.fetching = [0] * self.tenants
        self.world = self._build()
        self.people = People(self.world, self.random, volume, setup)

    def run(self, progress: Callable[[str], None] = lambda _: None) -> World:
        world, end = self.world, self.volume.start + self.volume.length
        world.clock.now = self.volume.start
        world.clock.start(self.people.orders(end))
        world.clock.start(self.people.dashboards(end))
        world.clock.start(self._sweeps(end))
        if self.herd:
            world.clock.at(self.volume.start + self.volume.length / 2, self.people.herd(self.herd))
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
        groups = self._groups(clock, queues)
        jobs = Jobs(clock, self.random, queues["infer"], setup.scaling, self._reading_time, self._answered)
        lines = [
            Line(clock, known.LINE_MB.value / setup.pacs, known.STREAM_MB.value / setup.pacs)
            for _ in range(self.tenants)
        ]
        per_second, partitions = capacity(self.volume, setup)
        records = Records(clock, self.random, per_second, partitions)
        return World(clock, records, queues, groups, jobs, lines)

    def _groups(self, clock: Clock, queues: dict[str, Queue[Study]]) -> dict[str, Group[Study]]:
        quota = Quota(int(known.FLEX_MEMORY_MB.value / 1024 / self.setup.memory))
        handlers = {
            "fetch": self._fetch,
            "result": self._record,
            "worklist": self._small("worklist"),
            "audit": self._small("audit"),
        }
        return {
            name: Group(clock, self.random, queues[name], self.setup.hosting, quota, handle)
            for name, handle in handlers.items()
        }

    def _sweeps(self, end: float) -> Process[None]:
        """The outbox is looked through each minute, in every partition."""
        while self.world.clock.now < end:
            for place in range(self.world.records.partitions):
                self.world.records.charge(place, known.QUERY.value)
            yield 60.0

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
