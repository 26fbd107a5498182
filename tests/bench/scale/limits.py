"""Up to how many studies a month each limit of today's deployment holds, in the busiest hour.

By arithmetic: nothing is simulated here, so that one can be checked against the other.
"""

from typing import NamedTuple

from tests.bench.scale import parameters as known
from tests.bench.scale.arrivals import MONTH, peak
from tests.bench.scale.cost import FETCHED, RUNS, VIEWED, dashboard_looks, requests, units
from tests.bench.scale.setup import HUNDRED_THOUSAND, Setup
from tests.bench.scale.storing import stored_gb

VOLUME = HUNDRED_THOUSAND
TB = 1_000.0


class Limit(NamedTuple):
    what: str
    holds: float  # studies a month
    then: str


def limits(setup: Setup) -> list[Limit]:
    """The nearest first."""
    busy = peak(VOLUME.zones)[1]

    def at_peak(each: float, of: float) -> float:
        """`each`: what a study takes of what there is every second."""
        return of / each * MONTH / busy

    profile, most = setup.scaling.profile, setup.scaling.most
    found = [
        Limit("one hospital's line, 200 Mbit/s", at_peak(FETCHED, known.LINE_MB.value), LINE),
        Limit(f"{most} inference jobs ({profile.rpartition('-')[2]})", at_peak(_job_time(setup), most), JOBS),
        Limit(
            "records, serverless: 5,000 RU/s", at_peak(_peak_units(setup), known.SERVERLESS_RU.value), RECORDS
        ),
        Limit(
            "records, serverless: 1 TB in a year", VOLUME.per_month * TB / stored_gb(VOLUME, setup), RECORDS
        ),
        Limit(
            "functions: 512 GB in a region", at_peak(_memory(setup), known.FLEX_MEMORY_MB.value / 1024), FLEX
        ),
        Limit("one organization's audit of a month: 20 GB", _audit(), AUDIT),
        Limit("fetched series: the hour's removals in ten minutes", _removals(), BLOBS),
        Limit("one queue: 2,000 messages/s", at_peak(known.TASKS["audit"], known.QUEUE_PER_S.value), QUEUES),
        Limit(
            "one storage account: 20,000 requests/s",
            at_peak(storage_requests(), known.ACCOUNT_PER_S.value),
            STAMPS,
        ),
    ]
    return sorted(found, key=lambda one: one.holds)


def _job_time(setup: Setup) -> float:
    """Seconds of a job that one study takes."""
    name = {"Consumption": "cpu", "Consumption-GPU-NC8as-T4": "t4"}.get(setup.scaling.profile, "a100")
    runs = sum(kind.share * kind.runs * getattr(kind, name) for kind in known.STUDIES.values())
    return runs * setup.model + FETCHED / known.READ_BLOB_MB.value


def _peak_units(setup: Setup) -> float:
    """RU of a study, and its part of what dashboards ask for."""
    looks = dashboard_looks(VOLUME, setup) / VOLUME.per_month
    return units() + looks * (known.STEPS["dashboard again"].shared + known.STEPS["session"].shared)


def _memory(setup: Setup) -> float:
    """GB of instances for each study a second: those of the queues, whose slots are all in use."""
    tasks = 1 + RUNS + sum(known.TASKS.values())
    busy = FETCHED / known.STREAM_MB.value + tasks * (
        known.TASK_SECONDS.value + 2 * known.RECORDS_LATENCY.value
    )
    people = known.REQUESTS.value * known.REQUEST_SECONDS.value / known.REQUESTS_AT_ONCE.value
    return (busy / setup.hosting.slots + people) * setup.memory


def _audit() -> float:
    """All lines of an organization's month are in one logical partition."""
    study = known.TASKS["audit"] * known.STEPS["audit"].stored * known.STORED_FACTOR.value
    return known.LOGICAL_GB.value * 1e9 / study


def _removals() -> float:
    """A timer removes one after the other, and the host ends it at `functionTimeout`."""
    an_hour = known.FUNCTION_TIMEOUT.value / known.REMOVAL.value
    return an_hour * MONTH / 3600 / RUNS


def storage_requests() -> float:
    """Of a study, in blocks of 8 MB."""
    return requests("blobs") + requests("queue") + (2 * FETCHED + VIEWED) / 8


LINE = (
    "it is the hospital's: nothing is lost, studies wait; `tenant_fetches` keeps the others from waiting too"
)
JOBS = "`inferenceMaxExecutions`, and the GPU quota that goes with it"
AUDIT = "a list for each week or day (`shared/domain/partitions.py`)"
RECORDS = "provisioned throughput, autoscaled; a second deployment"
FLEX = "ask for more quota; 2 GB instances; a second deployment"
BLOBS = "remove several at a time; a storage account of their own, which removes them itself"
QUEUES = "one message for the lines of a commit"
STAMPS = "a second deployment"
