"""What is visited: the npm dist before Orthanc, and imagini with the same study in its stored form."""

import json
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from infra.local.client import Client
from infra.local.stack.builds import ensure_built
from infra.phantoms.chest.radiograph import take
from infra.phantoms.demo import COMUNIX, FINDINGS, SITTINGS
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.facts import Series, Study
from infra.phantoms.dicom.projection import radiograph
from tests.bench.viewer.plain import npm_dist
from tests.contract.dicom_sources import JPEG_LS
from tests.integration.dicomweb import OHIF_FRAME, cookies, get, stow
from tests.integration.installation import PACS, installation
from tests.servers.azurite import azurite
from tests.servers.orthanc import orthanc

SERIES = Series(Study(COMUNIX, "20040109", "084210", "CHEST PA", "A1"), 1, "DX", "CHEST PA", "CHEST")
SHAPE = (2000, 2000)
PATIENCE = 120  # seconds until what the background makes of the image is made


class Site(NamedTuple):
    npm: str
    ours: str
    session: str  # the Cookie header of a reader

    study: str = SERIES.study.uid
    mrn: str = COMUNIX.mrn


@contextmanager
def site(folder: Path, progress: Callable[[str], None]) -> Generator[Site]:
    for name in ("azurite", "orthanc", "data", "logs"):
        (folder / name).mkdir()
    progress("building portal and viewer, where they are stale")
    ensure_built(folder / "logs", progress)
    progress("starting Azurite, Orthanc and imagini")
    with (
        azurite(folder / "azurite") as storage,
        orthanc(folder / "orthanc") as pacs,
        installation(folder / "data", storage, pacs) as ours,
    ):
        progress("compressing the npm dist")
        with npm_dist(folder / "npm", pacs) as npm:
            reader = ours.client(PACS)
            progress("storing a radiograph, and waiting for its smaller form")
            _store(reader)
            yield Site(npm, ours.url, cookies(reader))


def _store(client: Client) -> None:
    """In the PACS, and opened once, so that it is kept as every study is that was opened before."""
    image = radiograph(SERIES, take(SITTINGS[FINDINGS.uid], SHAPE).picture)
    status, answer = stow(client, [to_bytes(image)])
    if status != 200:
        raise RuntimeError(json.dumps(answer))
    path = f"studies/{SERIES.study.uid}/series/{SERIES.uid}/instances/{image.SOPInstanceUID}/frames/1"
    end = time.monotonic() + PATIENCE
    while f"transfer-syntax={JPEG_LS}".encode() not in get(client, path, OHIF_FRAME).data[:1000]:
        if time.monotonic() > end:
            raise TimeoutError("The smaller form of the image was not made.")
        time.sleep(0.5)
