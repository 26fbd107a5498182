"""200 frames of 512 KB, ten at a time: relayed the first time, and when the study is opened again."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.dicomweb.goal import at_least, at_most
from tests.bench.dicomweb.site import IMAGES, SERIES, STUDY, Site
from tests.servers.load import Load, Outcome, ask

CONNECTIONS, PASSES, ROUNDS = 10, 3, 7
# The same bytes from everybody: named, so that ours does not give its smaller forms.
ACCEPT = {"Accept": "multipart/related; type=application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"}
SMALLER = 20  # seconds until what the background makes of the images, when they are first read, is made
ORTHANC, NGINX, CORS = "Orthanc direct", "nginx", "cors-anywhere"
RELAY, KEPT, ARCHIVED, HOST = "relay", "re-opened, PACS", "re-opened, archive", "re-opened, local host"


class Way(NamedTuple):
    name: str
    load: Load
    server: int | None  # process id, whose CPU time is counted


class Seen(NamedTuple):
    rate: float  # requests a second
    p50: float  # seconds
    p99: float
    cpu: float  # seconds a frame


def measure(site: Site, progress: Callable[[str], None]) -> list[dict[str, Any]]:
    ways = _ways(site)
    for way in ways:
        progress(f"warming up: {way.name}")
        ask(way.load)  # the first pass over a copy makes it
        ask(way.load)
    time.sleep(SMALLER)
    runs: dict[str, list[Seen]] = {way.name: [] for way in ways}
    for n in range(ROUNDS):
        for way in random.sample(ways, len(ways)):
            progress(f"frames, round {n + 1} of {ROUNDS}: {way.name}")
            before = cpu_of(way.server)
            outcome = ask(way.load)
            runs[way.name].append(_seen(outcome, cpu_of(way.server) - before))
    seen = {name: _together(of) for name, of in runs.items()}
    _print(seen)
    return _goals(seen)


def _together(runs: list[Seen]) -> Seen:
    """CPU time is counted in hundredths of a second, so of all rounds together; all else is a median."""
    medians = Seen(*map(statistics.median, zip(*runs, strict=True)))
    return medians._replace(cpu=statistics.fmean(one.cpu for one in runs))


def _goals(seen: dict[str, Seen]) -> list[dict[str, Any]]:
    relay, nginx, direct, cors = (seen[name] for name in (RELAY, NGINX, ORTHANC, CORS))
    goals = [
        at_least("relay, checks on, worker only: requests per second x nginx", 0.8, relay.rate / nginx.rate),
        at_most("relay: p99 x nginx", 1.3, relay.p99 / nginx.p99),
        at_most("relay: CPU per frame x cors-anywhere", 0.5, relay.cpu / cors.cpu),
    ]
    for name in (KEPT, ARCHIVED):
        goals += [
            at_least(f"{name}: frames per second x Orthanc direct", 2, seen[name].rate / direct.rate),
            at_most(f"{name}: p99 x Orthanc direct", 0.5, seen[name].p99 / direct.p99),
        ]
    return goals


def _print(seen: dict[str, Seen]) -> None:
    direct = seen[ORTHANC].rate
    print(f"\n  {'way':<24}{'frames/s':>10}{'x direct':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms/frame':>14}")
    for name, (rate, p50, p99, cpu) in seen.items():
        times = f"{1000 * p50:>9.1f}{1000 * p99:>9.1f}{1000 * cpu:>14.2f}"
        print(f"  {name:<24}{rate:>10.0f}{rate / direct:>10.2f}{times}")


def _ways(site: Site) -> list[Way]:
    reader, keeper = ACCEPT | {"Cookie": site.reader}, ACCEPT | {"Cookie": site.keeper}
    pacs, ours = "/dicom-web", "/api/dicomweb"
    around = f"/http://127.0.0.1:{site.orthanc}{pacs}"
    foreign = ACCEPT | {"Origin": "http://127.0.0.1"}  # cors-anywhere insists on one
    return [
        Way(ORTHANC, _load(site.orthanc, pacs, ACCEPT), None),
        Way(NGINX, _load(site.nginx.port, pacs, ACCEPT), site.nginx.pid),
        Way(CORS, _load(site.cors_anywhere.port, around, foreign), site.cors_anywhere.pid),
        Way(RELAY, _load(site.relaying.port, ours, reader), site.relaying.pid),
        Way(KEPT, _load(site.keeping.port, ours, reader), site.keeping.pid),
        Way(ARCHIVED, _load(site.keeping.port, ours, keeper), site.keeping.pid),
        Way(HOST, _load(site.host.port, ours, reader), site.host.pid),
    ]


def _load(port: int, root: str, headers: dict[str, str]) -> Load:
    path = f"{root}/studies/{STUDY}/series/{SERIES}/instances/{SERIES}"
    paths = [f"{path}.{number + 1}/frames/1" for number in range(IMAGES)]
    return Load(port, random.sample(paths, IMAGES) * PASSES, headers, CONNECTIONS)


def _seen(outcome: Outcome, cpu: float) -> Seen:
    latencies = sorted(outcome.latencies)
    p50, p99 = (latencies[int(len(latencies) * q)] for q in (0.5, 0.99))
    return Seen(len(latencies) / outcome.seconds, p50, p99, cpu / len(latencies))


def cpu_of(process: int | None) -> float:
    """Seconds of a process, its threads and its children so far."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / 100 + sum(cpu_of(int(child)) for child in children)
