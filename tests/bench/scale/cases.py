"""What docs/scale.md asks: today's deployment at three volumes, what helps it, and what may happen to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from tests.bench.scale.outcome import Outcome, outcome
from tests.bench.scale.setup import HUNDRED_THOUSAND, TEN_MILLION, THOUSAND, Setup, Volume, deployed
from tests.bench.scale.simulation import Simulation

HERD = 5_000
T4, A100, CPU = "Consumption-GPU-NC8as-T4", "Consumption-GPU-NC24-A100", "Consumption"


@dataclass(frozen=True)
class Case:
    name: str = field(compare=False)
    volume: Volume
    setup: Setup
    herd: int = 0

    def run(self, progress: Callable[[str], None] = lambda _: None) -> Outcome:
        world = Simulation(self.volume, self.setup, self.herd).run(
            lambda told: progress(f"{self.name}: {told}")
        )
        return outcome(self.volume, self.setup, world)


def lean(setup: Setup) -> Setup:
    """What costs little to do, and pays at every volume."""
    lingering = replace(setup.scaling, linger=120.0)
    return replace(setup, scaling=lingering, one_region=True, versions=False, data_logs=False, dashboard=15.0)


def small(setup: Setup) -> Setup:
    """Without a GPU: what few studies wait for is its cold start."""
    return replace(
        lean(setup), scaling=replace(setup.scaling, profile=CPU, most=2, linger=0.0), always_ready=0
    )


def stamped(setup: Setup) -> Setup:
    """Ten deployments, each with records of its own that are provisioned."""
    return replace(lean(setup), stamps=10, provisioned=20_000.0, tenant_fetches=4)


def one_large(setup: Setup) -> Setup:
    """The same in one: what is provisioned is thinner spread the more records there are."""
    larger = replace(lean(setup).scaling, most=40)
    return replace(stamped(setup), stamps=1, provisioned=100_000.0, scaling=larger)


def volumes() -> Sequence[tuple[Case, Case]]:
    """As deployed today; with what is done then."""
    now = deployed()
    return (
        (Case("today", THOUSAND, now), Case("then", THOUSAND, small(now))),
        (Case("today", HUNDRED_THOUSAND, now), Case("then", HUNDRED_THOUSAND, lean(now))),
        (Case("today", TEN_MILLION, now), Case("then", TEN_MILLION, stamped(now))),
    )


def measures() -> Sequence[Case]:
    """At 100 thousand, each by itself, from jobs that end with their queue."""
    plain = replace(deployed(), scaling=replace(deployed().scaling, linger=0.0))

    def jobs(**changed: str | float) -> Setup:
        return replace(plain, scaling=replace(plain.scaling, **changed))  # pyright: ignore[reportArgumentType]

    setups = {
        "nothing": plain,
        "jobs linger 60 s (production today)": jobs(linger=60.0),
        "jobs linger 120 s": jobs(linger=120.0),
        "a job for every 2 messages, not 8": jobs(each=2),
        "KEDA looks every 30 s, not 10": jobs(polling=30.0),
        "CPU instead of T4": jobs(profile=CPU, most=20),
        "the GPU where the data are": replace(plain, one_region=True),
        "what was fetched has no versions": replace(plain, versions=False),
        "requests for data are no analytics logs": replace(plain, data_logs=False),
        "dashboards look every 15 s, not 2": replace(plain, dashboard=15.0),
    }
    return tuple(Case(name, HUNDRED_THOUSAND, setup) for name, setup in setups.items())


def one_stamp() -> Case:
    return Case("in one", TEN_MILLION, one_large(deployed()))


def profiles() -> Sequence[Case]:
    """At 100 thousand, by what the job runs on; twenty CPU jobs, as they are that much slower."""
    base = lean(deployed())
    return tuple(
        Case(name, HUNDRED_THOUSAND, replace(base, scaling=replace(base.scaling, profile=profile, most=most)))
        for name, profile, most in (("T4", T4, 4), ("A100", A100, 4), ("CPU, 4 cores", CPU, 20))
    )


def trouble() -> Sequence[Case]:
    """At 100 thousand, what may happen."""
    now = deployed()
    helped = replace(lean(now), tenant_fetches=4)
    more = replace(helped, scaling=replace(helped.scaling, most=16))
    volume = HUNDRED_THOUSAND
    return (
        Case("nothing", volume, now),
        Case("models 4 times as slow", volume, replace(now, model=4.0)),
        Case("… helped", volume, replace(more, model=4.0)),
        Case("every PACS 10 times as slow", volume, replace(now, pacs=10.0)),
        Case("… helped", volume, replace(helped, pacs=10.0)),
        Case("5,000 analyses at one hospital", volume, now, HERD),
        Case("… helped", volume, more, HERD),
    )
