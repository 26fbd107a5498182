"""STOW of a series of 200 images in one request, into the archive and into Orthanc."""

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import urllib3

from tests.bench.dicomweb.goal import at_least
from tests.bench.dicomweb.site import IMAGES, STUDY, Site, file
from tests.integration.dicomweb import HEAD, UPLOAD

ROUNDS = 3


def measure(site: Site, progress: Callable[[str], None]) -> list[dict[str, Any]]:
    ours = f"http://127.0.0.1:{site.keeping.port}/api/dicomweb/studies"
    cookie = {"Cookie": site.keeper, "X-Imagini-Csrf": "1"}
    ways = {"Orthanc": (f"{site.pacs.dicomweb}/studies", {}), "archive": (ours, cookie)}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for n in range(ROUNDS):
        progress(f"storing, round {n + 1} of {ROUNDS}")
        files = [_of(file(number), n + 2) for number in range(1, IMAGES + 1)]
        for name, (url, headers) in ways.items():
            taken[name].append(_store(url, headers, files))
    print(f"\n  {'STOW of 200 images':<24}{'s':>10}{'MB/s':>10}")
    for name, seconds in taken.items():
        print(f"  {name:<24}{statistics.median(seconds):>10.2f}{105 / statistics.median(seconds):>10.0f}")
    ratio = statistics.median(taken["Orthanc"]) / statistics.median(taken["archive"])
    return [at_least("archive, STOW of 200 images: rate x Orthanc's", 0.5, ratio)]


def _of(image: bytes, digit: int) -> bytes:
    """The same image in another study: by replacing UIDs of equal length, which is quick."""
    return image.replace(STUDY.encode(), f"{STUDY[:-1]}{digit}".encode())


def _store(url: str, headers: dict[str, str], files: list[bytes]) -> float:
    def body() -> Iterator[bytes]:
        for one in files:
            yield HEAD
            yield one
            yield b"\r\n"
        yield b"--b--\r\n"

    begun = time.perf_counter()
    answer = urllib3.request("POST", url, body=body(), headers=UPLOAD | headers, timeout=300)
    if answer.status != 200:
        raise RuntimeError(answer.data[:500])
    return time.perf_counter() - begun
