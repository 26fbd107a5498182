"""Fetch the series once and say what that took: `python -m tests.bench.fetch.reader WAY DICOMWEB STORAGE`."""

import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from shared.application.dicom.source import InstanceFile, Search
from shared.application.services.fetched_images import FetchedImages
from shared.application.services.progress import ProgressReporter
from shared.application.services.series_fetcher import SeriesFetcher
from shared.domain.study import Series
from shared.infrastructure.blob.blobs import AzureBlobs
from shared.infrastructure.clock import SystemClock
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.bench.dicomweb.site import IMAGES, SERIES, STUDY, file


class Job(NamedTuple):
    organization_id: str = "bench"
    study_uid: str = STUDY
    analysis_id: str = "a1"


JOB = Job()
SHOWN = Series(
    series_instance_uid=SERIES, number=1, modality="CT", description="", body_part="", instance_count=IMAGES
)


def size_of(file: InstanceFile) -> int:
    return len(file.data)


def to_memory(source: PacsSource) -> Callable[[], int]:
    return lambda: sum(map(size_of, source.instances(STUDY, SERIES)))


def to_blob(source: PacsSource, blobs: AzureBlobs, folder: str) -> Callable[[], int]:
    records, clock = SqliteRecordStore(f"{folder}/records.sqlite"), SystemClock()
    images, progress = FetchedImages(records, blobs, clock), ProgressReporter(records, clock)
    return lambda: len(SeriesFetcher(source, images, progress, JOB).fetch([SHOWN]))


def upload(blobs: AzureBlobs) -> Callable[[], int]:
    """The same bytes, at hand."""
    packed = file(1) * IMAGES

    def put() -> int:
        blobs.put("bench/upload", packed)
        return len(packed)

    return put


def main(folder: str, way: str, dicomweb: str, storage: str) -> None:
    source = PacsSource(locate(dicomweb, Places.here()), {}, today=datetime.now(UTC).date)
    blobs = AzureBlobs.connect(storage)
    source.search(Search("series", {}, STUDY))
    next(source.instances(STUDY, SERIES))  # what is loaded when it is first used
    if way != "memory":
        blobs.put("bench/warm", b"up")
    fetch = {
        "memory": lambda: to_memory(source),
        "blob": lambda: to_blob(source, blobs, folder),
        "upload": lambda: upload(blobs),
    }[way]()
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before, cpu, begun = _memory("VmRSS"), time.process_time(), time.perf_counter()
    if not fetch():
        raise RuntimeError("Nothing came.")
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(json.dumps({"seconds": seconds, "cpu": cpu, "added": _memory("VmHWM") - before}))


def _memory(name: str) -> float:
    """MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1000


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        main(place, *sys.argv[1:])
