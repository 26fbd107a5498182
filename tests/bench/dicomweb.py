"""Frames through the gateway against the PACS itself: 200 of 512 KB, ten at a time, interleaved."""

import random
import statistics
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from infra.local.stack.ports import free
from infra.local.stack.process import Process
from tests.dicom_files import ct_slice
from tests.integration.dicomweb import cookies, stow
from tests.integration.installation import ARCHIVE, PACS, ROOT, Installation, installation
from tests.servers.azurite import azurite
from tests.servers.load import Load, Outcome, ask
from tests.servers.orthanc import Orthanc, orthanc

FRAMES, CONNECTIONS, PASSES, ROUNDS = 200, 10, 3, 5
BAR = 0.5  # of what the PACS itself gives
STUDY, SERIES = "1.2.826.0.1.3680043.8.498.1", "1.2.826.0.1.3680043.8.498.1.1"
ACCEPT = {"Accept": "multipart/related; type=application/octet-stream; transfer-syntax=*"}
DIRECT, WORKER, HOST = "Orthanc direct", "gateway, worker only", "gateway, local host"
STORED = "archive, local host"


class Way(NamedTuple):
    name: str
    load: Load
    server: int | None  # process id, whose CPU time is counted


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, _site(Path(folder), progress) as ways:
        seen: dict[str, list[tuple[Outcome, float]]] = {way.name: [] for way in ways}
        for n in range(ROUNDS):
            for way in random.sample(ways, len(ways)):
                progress(f"round {n + 1} of {ROUNDS}: {way.name}")
                before = _cpu(way.server)
                outcome = ask(way.load)
                seen[way.name].append((outcome, _cpu(way.server) - before))
    rates = {
        name: statistics.median(len(o.latencies) / o.seconds for o, _ in runs) for name, runs in seen.items()
    }
    _table(seen, rates)
    return {"bench": "dicomweb", "goals": [_goal(name, rates) for name in (WORKER, HOST)]}


def _goal(name: str, rates: dict[str, float]) -> dict[str, Any]:
    ratio = rates[name] / rates[DIRECT]
    return {
        "goal": f"200 frames of 512 KB at concurrency 10, {name}, requests per second x Orthanc direct",
        "bar": f">= {BAR}",
        "measured": round(ratio, 2),
        "met": ratio >= BAR,
    }


def _table(seen: dict[str, list[tuple[Outcome, float]]], rates: dict[str, float]) -> None:
    print(f"\n  {'way':<24}{'frames/s':>10}{'x direct':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms/frame':>14}")
    for name, runs in seen.items():
        latencies = sorted(latency for outcome, _ in runs for latency in outcome.latencies)
        p50, p99 = (1000 * latencies[int(len(latencies) * q)] for q in (0.5, 0.99))
        cpu = 1000 * sum(seconds for _, seconds in runs) / len(latencies)
        ratio = rates[name] / rates[DIRECT]
        print(f"  {name:<24}{rates[name]:>10.0f}{ratio:>10.2f}{p50:>9.1f}{p99:>9.1f}{cpu:>14.2f}")


@contextmanager
def _site(folder: Path, progress: Callable[[str], None]) -> Generator[list[Way]]:
    for name in ("azurite", "orthanc", "data"):
        (folder / name).mkdir()
    progress("starting Azurite, Orthanc and the function host")
    with (
        azurite(folder / "azurite") as storage,
        orthanc(folder / "orthanc") as pacs,
        installation(folder / "data", storage, pacs) as site,
        _worker(site, folder / "worker.log") as (port, worker),
    ):
        reader, keeper = site.client(PACS), site.client(ARCHIVE)
        for start in range(0, FRAMES, 20):
            progress(f"storing {start} of {FRAMES} images")
            files = [ct_slice(STUDY, SERIES, n + 1, size=512) for n in range(start, start + 20)]
            for client in (reader, keeper):
                status, answer = stow(client, files)
                if status != 200:
                    raise RuntimeError(answer)
        ours = ACCEPT | {"Cookie": cookies(reader)}
        yield [
            Way(DIRECT, _load(_port(pacs), "/dicom-web", ACCEPT), None),
            Way(WORKER, _load(port, "/api/dicomweb", ours), worker),
            Way(HOST, _load(site.port, "/api/dicomweb", ours), site.process.pid),
            Way(
                STORED,
                _load(site.port, "/api/dicomweb", ACCEPT | {"Cookie": cookies(keeper)}),
                site.process.pid,
            ),
        ]


@contextmanager
def _worker(site: Installation, log: Path) -> Generator[tuple[int, int | None]]:
    """The app without the Functions host: its port and process id."""
    port = free()
    process = Process(
        "worker", [sys.executable, "-m", "tests.servers.worker", str(port)], log, site.settings, ROOT
    )
    process.start()
    try:
        while not _answers(port):
            if not process.running:
                raise RuntimeError(log.read_text())
        yield port, process.pid
    finally:
        process.stop(within=5)


def _answers(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5):
        return True
    return False


def _load(port: int, root: str, headers: dict[str, str]) -> Load:
    path = f"{root}/studies/{STUDY}/series/{SERIES}/instances/{SERIES}"
    paths = [f"{path}.{number + 1}/frames/1" for number in range(FRAMES)]
    return Load(port, random.sample(paths, FRAMES) * PASSES, headers, CONNECTIONS)


def _port(pacs: Orthanc) -> int:
    return int(pacs.url.rpartition(":")[2])


def _cpu(process: int | None) -> float:
    """Seconds of a process and its threads so far."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
