"""Every number that the simulation and the prices of docs/scale.md stand on, and where it is from.

`price`: list price in US dollars, pay as you go; `limit`: what Azure promises or refuses; `measured`: by this
project; `assumed`: by nobody, so change it and run `./imagini bench scale` again.
"""

from typing import Literal, NamedTuple

type Kind = Literal["price", "limit", "measured", "assumed"]


class Known(NamedTuple):
    value: float
    unit: str
    kind: Kind
    source: str  # a page, a file, or the reason
    asof: str  # when the page was written or the figure taken


LEARN = "learn.microsoft.com/azure/"
LIST = "list price as remembered; no page at hand: look it up before you rely on it"

# -- records
READ_1KB = Known(1, "RU", "limit", LEARN + "cosmos-db/key-value-store-cost", "2019-08")
READ_100KB = Known(10, "RU", "limit", LEARN + "cosmos-db/key-value-store-cost", "2019-08")
WRITE_1KB = Known(5, "RU", "limit", LEARN + "cosmos-db/key-value-store-cost", "2019-08")
WRITE_100KB = Known(50, "RU", "limit", LEARN + "cosmos-db/key-value-store-cost", "2019-08")
INDEXED_PATH = Known(0.2, "RU", "assumed", "an indexed value that is written", "2026-11")
DELETE = Known(6, "RU", "assumed", "a write of 1 KB, and its index", "2026-11")
QUERY = Known(2.8, "RU", "assumed", "a query in one partition; a sweep pays it in each", "2026-11")
SERVERLESS_RU = Known(5000, "RU/s", "limit", LEARN + "cosmos-db/serverless-performance", "2025")
SERVERLESS_EACH = Known(
    1000, "RU/s", "limit", LEARN + "cosmos-db/serverless-1tb: beyond five partitions", "2023"
)
SERVERLESS_GB = Known(1000, "GB", "limit", LEARN + "cosmos-db/serverless-1tb: a container", "2023")
PARTITION_RU = Known(10_000, "RU/s", "limit", LEARN + "cosmos-db/concepts-limits", "2025")
PARTITION_GB = Known(50, "GB", "limit", LEARN + "cosmos-db/concepts-limits", "2025")
LOGICAL_GB = Known(20, "GB", "limit", LEARN + "cosmos-db/concepts-limits", "2025")
RETRIES_429 = Known(9, "times", "limit", "azure-cosmos, its retry options", "2026-11")
PATIENCE_429 = Known(30, "s", "limit", "azure-cosmos, its retry options", "2026-11")
RECORDS_LATENCY = Known(
    0.02, "s", "assumed", "a few requests, one behind the other, in one region", "2026-11"
)
STORED_FACTOR = Known(1.5, "x", "assumed", "index and system properties beside the JSON", "2026-11")

# -- functions and queues
SCALE_EVERY = Known(10, "s", "assumed", "between two looks of the scale controller", "2026-11")
SCALE_STEP = Known(
    4, "instances", "limit", LEARN + "azure-functions/functions-target-based-scaling", "2023-04"
)
FUNCTION_COLD = Known(6, "s", "assumed", "5 to 10 s in blogs; our own share is 0.7 s", "2026-11")
IDLE_BEFORE_GONE = Known(
    300, "s", "assumed", "a few minutes, says azure-functions/event-driven-scaling", "2026-11"
)
LEAST_BILLED = Known(1, "s", "limit", LEARN + "azure-functions/flex-consumption-plan", "2024-05")
FLEX_MEMORY_MB = Known(512_000, "MB", "limit", LEARN + "azure-functions/flex-consumption-plan", "2024-05")
FUNCTION_TIMEOUT = Known(600, "s", "measured", "host.json, functionTimeout", "2026-11")
QUEUE_PER_S = Known(2000, "messages/s", "limit", LEARN + "storage/queues/scalability-targets", "2025")
ACCOUNT_PER_S = Known(
    20_000, "requests/s", "limit", LEARN + "storage/common/scalability-targets-standard-account", "2025"
)
TENANT_PAUSE = Known(
    60, "s", "assumed", "after which a study is looked at again whose PACS is busy", "2026-11"
)
TASK_SECONDS = Known(
    0.06, "s", "assumed", "of worklist, audit and result beside their records: blob and queue", "2026-11"
)

REMOVAL = Known(0.06, "s", "assumed", "of a fetched series: two blobs and a record, one by one", "2026-11")

# -- the inference job
JOB_COLD: dict[str, Known] = {
    "Consumption": Known(30, "s", "assumed", "an app: 37 s (yeongseon labs), 2-4 s the pull", "2026-04"),
    "Consumption-GPU-NC8as-T4": Known(75, "s", "assumed", "a larger image, and a GPU to be found", "2026-11"),
    "Consumption-GPU-NC24-A100": Known(75, "s", "assumed", "as a T4", "2026-11"),
}  # fmt: skip
BILLED_OF_COLD = Known(15, "s", "assumed", "of a cold start: from when the container runs", "2026-11")
HIDDEN = Known(120, "s", "measured", "shared/inference/hold.py, HIDDEN", "2026-11")
LINGER_POLL = Known(1, "s", "assumed", "as host.json's functions look", "2026-11")

# -- studies
HOURS = (3, 2, 2, 2, 2, 3, 5, 10, 18, 20, 20, 18, 15, 16, 18, 17, 14, 10, 8, 7, 6, 5, 4, 4)
"""How busy an imaging department is, hour by hour, Monday to Friday (assumed)."""
WEEKEND = Known(0.3, "x", "assumed", "of a working day", "2026-11")
STREAM_MB = Known(12.5, "MB/s", "assumed", "one transfer from a PACS: 100 Mbit/s", "2026-11")
LINE_MB = Known(25, "MB/s", "assumed", "a hospital's line: 200 Mbit/s", "2026-11")
READ_BLOB_MB = Known(100, "MB/s", "assumed", "the job, from Blob", "2026-11")


class Kindred(NamedTuple):
    """Studies of one modality."""

    share: float  # of all studies
    images: int  # that models are given
    fetched: float  # MB of them
    viewed: float  # MB that a radiologist is sent, half of them as JPEG-LS
    runs: int  # series and models
    cpu: float  # seconds of a run on 4 vCPU, without the blob
    t4: float
    a100: float


STUDIES: dict[str, Kindred] = {
    # Shares and numbers of images are assumed; MB an image: DX 8 to 12.5, CT 0.525, MR 0.35.
    # DX is measured: of 0.25 s the demonstration model takes 0.01, so a GPU brings nothing. CT and MR are
    # assumed: a net that looks at each slice.
    "DX": Kindred(0.60, 2, 20, 14, 2, 0.25, 0.25, 0.25),
    "CT": Kindred(0.25, 200, 105, 230, 1, 24, 5, 2.5),
    "MR": Kindred(0.15, 145, 50, 130, 1, 12, 3, 1.5),
}

# -- people
REQUESTS = Known(
    320, "requests", "assumed", "of reading a study: 40 of the API, 280 frames and metadata", "2026-11"
)
API_REQUESTS = Known(40, "requests", "assumed", "of those, that find out who asks", "2026-11")
REQUEST_SECONDS = Known(0.05, "s", "assumed", "of an HTTP instance for a request", "2026-11")
REQUESTS_AT_ONCE = Known(4, "x", "assumed", "that a busy instance handles, of 16 it may", "2026-11")
STUDIES_A_READER = Known(1000, "a month", "assumed", "that one radiologist reads", "2026-11")
HERD_RATE = Known(50, "analyses/s", "assumed", "that a script orders", "2026-11")
DASHBOARDS = Known(
    0.15, "x", "assumed", "of radiologists have the dashboard open in the busiest hour", "2026-11"
)
BUSY_DASHBOARD = Known(2, "s", "measured", "static-web/src/core/api/UseApi.ts, BUSY_INTERVAL_MS", "2026-11")

# -- prices
GB_SECOND = Known(
    0.000026, "$/GB s", "price", "modal.com/blog/azure-function-pricing-guide (East US)", "2025-05"
)
EXECUTION = Known(0.40e-6, "$", "price", LIST, "2025")
READY_GB_SECOND = Known(0.000004, "$/GB s", "price", LIST, "2025")
FREE_GB_SECONDS = Known(100_000, "GB s", "price", LIST, "2025")
VCPU_SECOND = Known(0.000024, "$", "price", LIST, "2025")
GIB_SECOND = Known(0.000003, "$", "price", LIST, "2025")
T4_SECOND = Known(0.000072, "$", "price", LIST, "2025")
A100_SECOND = Known(0.000528, "$", "price", LIST, "2025")
SERVERLESS_MRU = Known(0.25, "$/million RU", "price", LIST, "2025")
AUTOSCALE_100RU = Known(
    0.012, "$/h", "price", LEARN + "cosmos-db/key-value-store-cost: 0.008, x 1.5", "2019-08"
)
RECORDS_GB = Known(0.25, "$/month", "price", LIST, "2025")
GZRS_GB = Known(0.0414, "$/month", "price", LIST, "2025")
LRS_GB = Known(0.0184, "$/month", "price", LIST, "2025")
GEO_GB = Known(0.02, "$/GB", "price", LIST, "2025")
BLOB_WRITES = Known(0.115, "$/10,000", "price", LIST + " (GZRS)", "2025")
BLOB_READS = Known(0.005, "$/10,000", "price", LIST, "2025")
QUEUE_OPERATIONS = Known(0.006, "$/10,000", "price", LIST + " (GZRS)", "2025")
LOG_GB = Known(2.30, "$/GB", "price", "monitoringcost.com/azure-monitor-cost", "2026")
BASIC_LOG_GB = Known(0.50, "$/GB", "price", "monitoringcost.com/azure-monitor-cost", "2026")
LOG_MONTH_GB = Known(
    0.10, "$/GB month", "price", "monitoringcost.com/azure-monitor-cost, after 31 days", "2026"
)
LOG_LINE = Known(900, "bytes", "assumed", "a line of a resource's log, as it is billed", "2026-11")
DOOR_MONTH = Known(35, "$/month", "price", "blog.cdnsun.com/microsoft-azure-front-door-pricing", "2026")
DOOR_GB = Known(0.083, "$/GB", "price", "blog.cdnsun.com/microsoft-azure-front-door-pricing", "2026")
DOOR_GB_LARGE = Known(0.04, "$/GB", "assumed", "beyond 150 TB a month", "2026-11")
DOOR_REQUESTS = Known(
    0.009, "$/10,000", "price", "blog.cdnsun.com/microsoft-azure-front-door-pricing", "2026"
)
PEERING_GB = Known(0.07, "$/GB", "price", LIST + ": between two regions of Europe, both ends", "2025")
PRIVATE_GB = Known(0.01, "$/GB", "price", LIST, "2025")
FIXED = Known(
    59 + 9 + 50 + 20, "$/month", "price", LIST + ": 8 private endpoints, site, registry, alerts", "2025"
)

# -- what a study asks for, counted by counting.py: requests and RU of each step


class Step(NamedTuple):
    """One message, or one round of requests."""

    units: float  # RU in the study's own partition
    shared: float  # RU in partitions of the organization or of everybody
    records: int  # requests
    blobs: int
    writes: int  # of them, that write
    queue: int
    stored: int  # bytes of records


STEPS: dict[str, Step] = {
    "order": Step(68.2, 2.8, 7, 0, 0, 3, 1536),
    "fetch": Step(37.4, 19.8, 11, 4, 4, 3, 778),
    "infer": Step(0.0, 0.0, 0, 6, 4, 4, 0),
    "result": Step(39.8, 1.0, 5, 1, 0, 3, 885),
    "worklist": Step(10.2, 5.0, 7, 0, 0, 2, 130),
    "audit": Step(0.7, 10.5, 2, 0, 0, 2, 797),
    "session": Step(0.0, 3.0, 3, 0, 0, 0, 0),
    "dashboard": Step(0.0, 50.8, 10, 0, 0, 1, 1043),
    "dashboard again": Step(0.0, 16.8, 6, 0, 0, 0, 0),
    "progress": Step(36.2, 0.0, 4, 0, 0, 1, 753),
    "progress again": Step(2.8, 0.0, 1, 0, 0, 0, 0),
    "read": Step(365.9, 82.2, 53, 0, 0, 11, 6788),
}
TASKS: dict[str, int] = {"worklist": 5, "audit": 11}
"""Messages of a study, from the order to the signature."""
TELL_UNITS = Known(
    15, "RU", "measured", "a report of progress while a study is fetched, twice a second at most", "2026-11"
)
