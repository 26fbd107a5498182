"""How much the records take, and what throughput they have."""

from math import ceil

from tests.bench.scale import parameters as known
from tests.bench.scale.setup import Setup, Volume

STEPS = ("order", "fetch", "result", "read", "worklist", "audit")


def stored_gb(volume: Volume, setup: Setup) -> float:
    """Records of a stamp, after `months` of which nothing was deleted."""
    study = sum(known.STEPS[name].stored * known.TASKS.get(name, 1) for name in STEPS)
    return study * known.STORED_FACTOR.value * volume.per_month / setup.stamps * volume.months / 1e9


def capacity(volume: Volume, setup: Setup) -> tuple[float, int]:
    """RU/s, and over how many physical partitions they are spread: by size, or by throughput."""
    stored = stored_gb(volume, setup)
    if setup.provisioned:
        by_rate = ceil(setup.provisioned / known.PARTITION_RU.value)
        return setup.provisioned, max(by_rate, ceil(stored / known.PARTITION_GB.value))
    partitions = max(1, ceil(min(stored, known.SERVERLESS_GB.value) / known.PARTITION_GB.value))
    return max(known.SERVERLESS_RU.value, partitions * known.SERVERLESS_EACH.value), partitions
