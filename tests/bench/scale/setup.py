"""What is simulated: so many studies a month, on what bicep/ and host.json decide, or on what is better."""

import json
import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from shared.inference.shift import LONGEST
from tests.bench.scale import parameters as known
from tests.bench.scale.arrivals import DAY, HOUR, Zones, peak
from tests.bench.scale.functions import Hosting
from tests.bench.scale.jobs import Scaling

ROOT = Path(__file__).parents[3]
ONE_ZONE: Zones = ((1, 1.0),)
WORLD: Zones = ((-8, 0.10), (-5, 0.35), (1, 0.40), (8, 0.15))


@dataclass(frozen=True)
class Volume:
    per_month: int
    tenants: int
    zones: Zones
    start: float  # seconds since Monday 0:00 UTC
    length: float  # seconds that are simulated
    months: int = 12  # that records have been kept for

    @property
    def name(self) -> str:
        return f"{self.per_month:,}"


def _busiest(zones: Zones, length: float) -> float:
    return peak(zones)[0] * HOUR + HOUR / 2 - length / 2


THOUSAND = Volume(1_000, 1, ONE_ZONE, 0.0, 7 * DAY)
HUNDRED_THOUSAND = Volume(100_000, 10, ONE_ZONE, DAY, DAY)
TEN_MILLION = Volume(10_000_000, 1_000, WORLD, _busiest(WORLD, 1200), 1200)


@dataclass(frozen=True)
class Setup:
    hosting: Hosting
    scaling: Scaling
    tries: int  # before a message is given up
    pause: float  # seconds before a failed message is visible again
    memory: float  # GB of an instance of the functions
    always_ready: int
    provisioned: float = 0.0  # RU/s at most, autoscaled; 0: serverless
    stamps: int = 1  # deployments that share the organizations
    tenant_fetches: int = 0  # studies that are fetched from one organization's PACS at a time; 0: any number
    versions: bool = True  # fetched series that were deleted can be brought back, and are paid for
    dashboard: float = known.BUSY_DASHBOARD.value  # seconds between two looks of a dashboard that waits
    one_region: bool = False  # the GPU is where the data are
    data_logs: bool = True  # each request for data is a line in Log Analytics
    model: float = 1.0  # times as long
    pacs: float = 1.0  # times as slow
    changes: tuple[str, ...] = field(default=())  # in words


def deployed() -> Setup:
    """As prod.bicepparam, the modules and host.json say today."""
    bicep, host = _Bicep(), json.loads((ROOT / "host.json").read_text())["extensions"]["queues"]
    return Setup(
        Hosting(
            most=int(bicep.given("maximumInstanceCount")),
            slots=host["batchSize"] + host["newBatchThreshold"],
            target=host["batchSize"],
            polling=_seconds(host["maxPollingInterval"]),
        ),
        Scaling(
            profile=bicep.given("inferenceProfile"),
            most=int(bicep.given("inferenceMaxExecutions")),
            each=int(bicep.given("inferenceMessagesPerExecution")),
            polling=float(bicep.job("pollingInterval")),
            timeout=float(bicep.job("replicaTimeout")),
            linger=float(bicep.given("inferenceLingerSeconds")),
            shift=LONGEST.total_seconds(),
        ),
        tries=host["maxDequeueCount"],
        pause=_seconds(host["visibilityTimeout"]),
        memory=float(bicep.given("instanceMemoryMB")) / 1024,
        always_ready=int(bicep.given("alwaysReady")),
    )


class _Bicep:
    def __init__(self) -> None:
        folder = ROOT / "bicep"
        self._given = (folder / "prod.bicepparam").read_text()
        self._main = (folder / "main.bicep").read_text()
        self._job = (folder / "modules" / "inference-job.bicep").read_text()

    def given(self, name: str) -> str:
        """What production gives a parameter, or else its default."""
        found = re.search(rf"^param {name} = (.+)$", self._given, re.MULTILINE) or re.search(
            rf"^param {name} \w+ = (.+)$", self._main, re.MULTILINE
        )
        if found is None:
            raise LookupError(f"bicep gives {name} no value")
        return found[1].partition(" //")[0].strip("'")

    def job(self, name: str) -> str:
        found = re.search(rf"\b{name}: (\d+)", self._job)
        if found is None:
            raise LookupError(f"inference-job.bicep says no {name}")
        return found[1]


def _seconds(span: str) -> float:
    hours, minutes, seconds = map(int, span.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds).total_seconds()
