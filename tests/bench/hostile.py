"""What images that explode cost a decoding process, and what such a process costs an ordinary image."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from pydicom.dataset import Dataset

from infra.phantoms.dicom.common import put_pixels, to_bytes
from infra.phantoms.dicom.compress import to_jpeg_ls
from infra.phantoms.odd import small_radiograph
from shared.imaging.apart.child import Child
from shared.imaging.decode import decode_frame
from shared.imaging.errors import ImagingError
from shared.imaging.limits import MEMORY
from shared.imaging.render import render_jpeg
from shared.imaging.resize import resize_area
from tests.hostile_files import BOMBS, greedy

SECONDS, MEGABYTES = 2.0, 512
SIDE, TIMES = 2000, 9

type Progress = Callable[[str], None]


class Cost(NamedTuple):
    seconds: float
    megabytes: int


def run(progress: Progress = print) -> dict[str, object]:
    costs = {name: _refused(name, make(), progress) for name, make in BOMBS.items()}
    worst = Cost(max(cost.seconds for cost in costs.values()), max(cost.megabytes for cost in costs.values()))
    at_its_limits = _refused("greedy, within all sizes", greedy(), progress)
    assert worst.seconds <= SECONDS, worst
    assert worst.megabytes <= MEGABYTES, worst
    return {
        "bombs": len(costs),
        "worst": worst._asdict(),
        "greedy": at_its_limits._asdict(),
        "ordinary": _ordinary(progress),
    }


def _refused(name: str, file: bytes, progress: Progress) -> Cost:
    """By a process that is ready for it; one that was ended had all the memory that it may have."""
    with closing(Child()) as child:
        _picture(child, to_bytes(small_radiograph()))
        peak, begun = Path(f"/proc/{child.id}/status"), time.perf_counter()
        try:
            _picture(child, file)
        except ImagingError as error:
            seconds = round(time.perf_counter() - begun, 3)
            cost = Cost(seconds, _megabytes(peak) if child.is_alive else MEMORY >> 20)
            said = type(error).__name__
            progress(f"{name:<24} {said:<12} {cost.seconds:6.3f} s {cost.megabytes:5} MB")
            return cost
    raise AssertionError(f"{name} became a picture")


def _ordinary(progress: Progress) -> dict[str, dict[str, float]]:
    """Milliseconds in this process and in another."""
    large = _large()
    files = {"320 x 280": to_bytes(small_radiograph()), f"{SIDE} x {SIDE}": to_bytes(large)}
    files[f"{SIDE} x {SIDE} JPEG-LS"] = to_bytes(to_jpeg_ls(large))
    found: dict[str, dict[str, float]] = {}
    with closing(Child()) as child:
        for name, file in files.items():
            here = _milliseconds(partial(render_jpeg, file))
            apart = _milliseconds(partial(_picture, child, file))
            found[name] = {"here": here, "apart": apart}
            progress(f"{name:<24} here {here} ms, apart {apart} ms")
    return found


def _large() -> Dataset:
    ds = small_radiograph()
    pixels = resize_area(decode_frame(ds).astype("f4"), SIDE, SIDE).astype("u2")
    put_pixels(ds, pixels, 12)
    return ds


def _picture(child: Child, file: bytes) -> bytes:
    [made] = child.ask("picture", file, frame=1, viewport=None, window=None, quality=90, png=False)
    return made


def _milliseconds(make: Callable[[], object]) -> float:
    make()
    times: list[float] = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        make()
        times.append(time.perf_counter() - begun)
    return round(median(times) * 1000, 1)


def _megabytes(status: Path) -> int:
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) >> 10
