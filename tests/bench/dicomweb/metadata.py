"""The metadata of a series of 200 images, which a viewer waits for before anything else."""

import random
import statistics
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import urllib3

from tests.bench.dicomweb.goal import at_least, at_most
from tests.bench.dicomweb.site import SERIES, STUDY, Site

ROUNDS = 25
PATH = f"studies/{STUDY}/series/{SERIES}/metadata"
JSON = {"Accept": "application/dicom+json", "Accept-Encoding": "gzip"}
PLAIN = JSON | {"Accept-Encoding": "identity"}
DIRECT, WHOLE = "Orthanc direct", "Orthanc, uncompressed"
KEPT = ("re-opened, PACS", "re-opened, archive")


class Way(NamedTuple):
    url: str
    headers: dict[str, str]


def measure(site: Site, progress: Callable[[str], None]) -> list[dict[str, Any]]:
    ours = f"http://127.0.0.1:{site.keeping.port}/api/dicomweb/{PATH}"
    ways = {
        DIRECT: Way(f"{site.pacs.dicomweb}/{PATH}", JSON),
        WHOLE: Way(f"{site.pacs.dicomweb}/{PATH}", PLAIN),
        KEPT[0]: Way(ours, JSON | {"Cookie": site.reader}),
        KEPT[1]: Way(ours, JSON | {"Cookie": site.keeper}),
    }
    progress("metadata of a series")
    client, seen = urllib3.PoolManager(), {name: list[tuple[float, int]]() for name in ways}
    for _ in range(ROUNDS + 1):
        for name in random.sample(list(ways), len(ways)):  # who comes first finds everything cold
            seen[name].append(_ask(client, ways[name]))
    print(f"\n  {'metadata of 200 images':<24}{'ms':>10}{'bytes':>10}")
    medians: dict[str, tuple[float, float]] = {}
    for name, (_, *measured) in seen.items():  # the first opened connections
        seconds, size = (statistics.median(values) for values in zip(*measured, strict=True))
        medians[name] = seconds, size
        print(f"  {name:<24}{1000 * seconds:>10.2f}{size:>10.0f}")
    return _goals(medians)


def _goals(medians: dict[str, tuple[float, float]]) -> list[dict[str, Any]]:
    direct, size_of_all = medians[DIRECT][0], medians[WHOLE][1]
    goals: list[dict[str, Any]] = []
    for name in KEPT:
        seconds, size = medians[name]
        goals += [
            at_least(f"{name}: series metadata, times as fast as Orthanc", 30, direct / seconds),
            at_most(f"{name}: series metadata, bytes x Orthanc uncompressed", 0.05, size / size_of_all),
        ]
    return goals


def _ask(client: urllib3.PoolManager, way: Way) -> tuple[float, int]:
    begun = time.perf_counter()
    answer = client.request("GET", way.url, headers=way.headers, decode_content=False)
    if answer.status != 200:
        raise RuntimeError(answer.data)
    return time.perf_counter() - begun, len(answer.data)
