"""What a month costs, by what it is paid for: list prices, all stamps together, in US dollars."""

from shared.domain.fetched_series import LONGEST
from tests.bench.scale import parameters as known
from tests.bench.scale.arrivals import MONTH, weight
from tests.bench.scale.outcome import Outcome
from tests.bench.scale.setup import Setup, Volume
from tests.bench.scale.storing import stored_gb

LOGGED_FREE_DAYS = 31
LOG_DAYS = 365  # prod.bicepparam, logRetentionDays
KEPT_GB = 100.0  # main.bicep, keptGb: of copies, for each organization, of either kind
RECOVERABLE_DAYS = 30  # prod.bicepparam, recoverableDays: what was deleted is paid for so much longer


def monthly(seen: Outcome) -> dict[str, float]:
    volume, setup = seen.volume, seen.setup
    studies = volume.per_month
    return {
        "functions": _functions(seen, studies),
        "inference job": _job(seen, studies),
        "records": _records(seen, studies),
        "blobs and queues": _storage(volume, setup, studies),
        "logs": _logs(setup, studies),
        "Front Door": _door(studies) + known.DOOR_MONTH.value * (setup.stamps - 1),
        "network": _network(setup, studies),
        "fixed": known.FIXED.value * setup.stamps,
    }


def per_study(step: str) -> float:
    """How often a step is taken for one study."""
    return known.TASKS.get(
        step, {"infer": RUNS, "result": RUNS, "session": known.API_REQUESTS.value}.get(step, 1)
    )


def _mean(attribute: str) -> float:
    return sum(kind.share * getattr(kind, attribute) for kind in known.STUDIES.values())


RUNS, FETCHED, VIEWED = _mean("runs"), _mean("fetched"), _mean("viewed")
LIFE = (
    "order",
    "fetch",
    "infer",
    "result",
    "worklist",
    "audit",
    "session",
    "read",
    "progress",
    "progress again",
)


def requests(attribute: str) -> float:
    """Of one study, from the order to the signature; somebody watches every tenth analysis."""
    watched = {"progress": 0.1, "progress again": 2.0}
    return sum(getattr(known.STEPS[step], attribute) * watched.get(step, per_study(step)) for step in LIFE)


def units() -> float:
    return requests("units") + requests("shared")


def dashboard_looks(volume: Volume, setup: Setup) -> float:
    """In a month, of all dashboards that are open."""
    hours = [weight(hour * 3600, volume.zones) for hour in range(168)]
    open_ones = volume.per_month / known.STUDIES_A_READER.value * known.DASHBOARDS.value / max(hours)
    return open_ones / setup.dashboard * MONTH


def _functions(seen: Outcome, studies: int) -> float:
    setup = seen.setup
    looks = dashboard_looks(seen.volume, setup)
    http = studies * known.REQUESTS.value + looks
    seconds = (
        seen.function_seconds * studies + http * known.REQUEST_SECONDS.value / known.REQUESTS_AT_ONCE.value
    )
    messages = studies * (1 + RUNS + sum(known.TASKS.values()))
    demanded = max(0.0, seconds * setup.memory - known.FREE_GB_SECONDS.value)
    ready = setup.always_ready * setup.stamps * setup.memory * MONTH * known.READY_GB_SECOND.value
    return demanded * known.GB_SECOND.value + (http + messages) * known.EXECUTION.value + ready


def job_second(profile: str) -> float:
    """The whole machine of a profile, as inference-job.bicep asks for it."""
    cores, memory, gpu = {
        "Consumption": (4, 8, 0.0),
        "Consumption-GPU-NC8as-T4": (8, 56, known.T4_SECOND.value),
        "Consumption-GPU-NC24-A100": (24, 220, known.A100_SECOND.value),
    }[profile]
    return cores * known.VCPU_SECOND.value + memory * known.GIB_SECOND.value + gpu


def _job(seen: Outcome, studies: int) -> float:
    return seen.job_seconds * studies * job_second(seen.setup.scaling.profile)


def _records(seen: Outcome, studies: int) -> float:
    volume, setup = seen.volume, seen.setup
    looks = dashboard_looks(volume, setup)
    each = known.STEPS["dashboard again"].shared + known.STEPS["session"].shared
    kept = stored_gb(volume, setup) * setup.stamps * known.RECORDS_GB.value
    if not setup.provisioned:
        return kept + (studies * units() + looks * each) / 1e6 * known.SERVERLESS_MRU.value
    hours = [weight(hour * 3600, volume.zones) for hour in range(168)]
    # Autoscale bills an hour by its busiest second, and never less than a tenth of the most.
    rates = (seen.ru_peak * 1.2 * hour / max(hours) for hour in hours)
    billed = sum(min(max(rate, setup.provisioned / 10), setup.provisioned) for rate in rates) / 168
    return kept + billed / 100 * known.AUTOSCALE_100RU.value * MONTH / 3600 * setup.stamps


def _fetched(volume: Volume, setup: Setup) -> float:
    """Series for the models: for a week, and then for as long as they can be brought back."""
    each_day = FETCHED / 1000 * volume.per_month / 30
    live = min(each_day * LONGEST.days, volume.tenants * KEPT_GB)
    if setup.versions:
        return (live + each_day * RECOVERABLE_DAYS) * known.GZRS_GB.value
    return live * known.LRS_GB.value


def _storage(volume: Volume, setup: Setup, studies: int) -> float:
    copies = min(volume.tenants * KEPT_GB, VIEWED / 1000 * studies * volume.months)
    geo = known.GEO_GB.value * (VIEWED + FETCHED * setup.versions) / 1000 * studies
    # A pack is written in blocks of 8 MB; one was counted.
    writes = requests("writes") + (FETCHED - 8) / 8
    reads = requests("blobs") - requests("writes") + FETCHED / 8 + VIEWED / 8
    operations = (writes * known.BLOB_WRITES.value + reads * known.BLOB_READS.value) * studies / 10_000
    queue = requests("queue") * studies * known.QUEUE_OPERATIONS.value / 10_000
    return _fetched(volume, setup) + copies * known.GZRS_GB.value + geo + operations + queue


def log_lines() -> float:
    """Of a study: requests for records and blobs, changes of queues, people's requests, tasks."""
    return requests("records") + requests("blobs") + requests("queue") * 2 / 3 + 2 * known.REQUESTS.value + 20


def _logs(setup: Setup, studies: int) -> float:
    data = requests("records") + requests("blobs") + requests("queue") * 2 / 3
    lines = log_lines() if setup.data_logs else (log_lines() - data) * 0.1
    gigabytes = lines * known.LOG_LINE.value * studies / 1e9
    kept = known.LOG_MONTH_GB.value * (LOG_DAYS - LOGGED_FREE_DAYS) / 30
    if setup.data_logs:
        return gigabytes * (known.LOG_GB.value + kept)
    basic = data * known.LOG_LINE.value * studies / 1e9 * known.BASIC_LOG_GB.value
    return gigabytes * (known.LOG_GB.value + kept) + basic


def _door(studies: int) -> float:
    gigabytes = VIEWED / 1000 * studies
    cheap = max(0.0, gigabytes - 150_000)
    return (
        known.DOOR_MONTH.value
        + (gigabytes - cheap) * known.DOOR_GB.value
        + cheap * known.DOOR_GB_LARGE.value
        + studies * known.REQUESTS.value / 10_000 * known.DOOR_REQUESTS.value
    )


def _network(setup: Setup, studies: int) -> float:
    inside = (2 * FETCHED + VIEWED) / 1000 * studies * known.PRIVATE_GB.value
    return inside + (0.0 if setup.one_region else FETCHED / 1000 * studies * known.PEERING_GB.value)
