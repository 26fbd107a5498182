"""A series out of Orthanc, to memory and to Blob, against curl and a bare upload, interleaved in one run."""

import random
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import urllib3

from tests.bench.dicomweb.goal import at_least, at_most
from tests.bench.dicomweb.site import IMAGES, SERIES, STUDY, file
from tests.bench.fetch.ways import Taken, curl, ours
from tests.integration.dicomweb import HEAD, UPLOAD
from tests.servers.azurite import azurite
from tests.servers.orthanc import Orthanc, orthanc

ROUNDS = 7
SIZE = len(file(1)) / 1e6  # MB of an instance
CURL, MEMORY, BLOB, UPLOADED = "curl, thrown away", "imagini, to memory", "imagini, to Blob", "upload alone"


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        seen = _measure(Path(folder), progress)
    print(f"\n  {'series of 200 images, 105 MB':<30}{'s':>8}{'MB/s':>8}{'CPU s':>8}{'added MB':>10}")
    for name, taken in seen.items():
        rate = IMAGES * SIZE / taken.seconds
        print(f"  {name:<30}{taken.seconds:>8.3f}{rate:>8.0f}{taken.cpu:>8.3f}{taken.added:>10.1f}")
    alone = max(seen[CURL].seconds, seen[UPLOADED].seconds)
    goals = [
        at_least("series to memory: rate x curl's", 0.9, seen[CURL].seconds / seen[MEMORY].seconds),
        at_most("series to memory: CPU x curl's", 1.7, seen[MEMORY].cpu / seen[CURL].cpu),
        at_most("series to memory: added RSS, instances", 2, seen[MEMORY].added / SIZE),
        at_most("series to Blob: time x the slower of curl and upload", 1.2, seen[BLOB].seconds / alone),
    ]
    for goal in goals:
        print(f"  {goal['goal']:<56}{goal['bar']:>8}{goal['measured']:>8}{'' if goal['met'] else '  missed'}")
    return {"bench": "fetch", "goals": goals}


def _measure(folder: Path, progress: Callable[[str], None]) -> dict[str, Taken]:
    for name in ("azurite", "orthanc"):
        (folder / name).mkdir()
    progress("starting Azurite and Orthanc")
    with azurite(folder / "azurite") as storage, orthanc(folder / "orthanc") as pacs:
        _fill(pacs)
        url = f"{pacs.dicomweb}/studies/{STUDY}/series/{SERIES}"
        ways: dict[str, Callable[[], Taken]] = {
            CURL: lambda: curl(url),
            MEMORY: lambda: ours("memory", pacs.dicomweb, storage),
            BLOB: lambda: ours("blob", pacs.dicomweb, storage),
            UPLOADED: lambda: ours("upload", pacs.dicomweb, storage),
        }
        taken: dict[str, list[Taken]] = {name: [] for name in ways}
        for n in range(ROUNDS + 1):
            for name in random.sample(list(ways), len(ways)):
                progress(f"round {n} of {ROUNDS}: {name}")
                taken[name].append(ways[name]())
    return {  # the first round warmed up
        name: Taken(*map(statistics.median, zip(*each[1:], strict=True))) for name, each in taken.items()
    }


def _fill(pacs: Orthanc) -> None:
    for start in range(0, IMAGES, 20):
        files = (file(number) for number in range(start + 1, start + 21))
        body = b"".join(HEAD + one + b"\r\n" for one in files) + b"--b--\r\n"
        answer = urllib3.request("POST", f"{pacs.dicomweb}/studies", body=body, headers=UPLOAD, timeout=60)
        if answer.status != 200:
            raise RuntimeError(answer.data[:500])
