"""Everything that is measured, running: Orthanc, proxies before it, and imagini with and without copies."""

import sys
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from infra.local.client import Client
from infra.local.stack.ports import free
from infra.local.stack.process import Process
from tests.dicom_files import ct_slice
from tests.integration.dicomweb import cookies, stow
from tests.integration.installation import ARCHIVE, PACS, ROOT, Installation, installation
from tests.servers.azurite import azurite
from tests.servers.orthanc import Orthanc, orthanc
from tests.servers.proxies import Proxy, cors_anywhere, nginx

IMAGES = 200
STUDY, SERIES = "1.2.826.0.1.3680043.8.498.1", "1.2.826.0.1.3680043.8.498.1.1"


class Site(NamedTuple):
    pacs: Orthanc
    nginx: Proxy
    cors_anywhere: Proxy
    relaying: Proxy  # our app alone, without the Functions host; keeps no copies
    keeping: Proxy  # the same, keeping copies
    host: Proxy  # on the local Functions host
    reader: str  # the Cookie header of somebody of the organization with the PACS
    keeper: str  # of the one with the archive
    keeper_client: Client

    @property
    def orthanc(self) -> int:
        return int(self.pacs.url.rpartition(":")[2])


def file(number: int, study: str = STUDY, series: str = SERIES) -> bytes:
    return ct_slice(study, series, number, size=512)


@contextmanager
def site(folder: Path, progress: Callable[[str], None]) -> Generator[Site]:
    for name in ("azurite", "orthanc", "data"):
        (folder / name).mkdir()
    progress("starting Azurite, Orthanc, the proxies and imagini")
    with (
        azurite(folder / "azurite") as storage,
        orthanc(folder / "orthanc") as pacs,
        installation(folder / "data", storage, pacs) as ours,
        worker(ours, folder / "relaying.log", keeping=False) as relaying,
        worker(ours, folder / "keeping.log", keeping=True) as keeping,
        nginx(folder / "nginx", int(pacs.url.rpartition(":")[2])) as plain,
        cors_anywhere(folder / "cors") as cors,
    ):
        reader, keeper = ours.client(PACS), ours.client(ARCHIVE)
        for start in range(0, IMAGES, 20):
            progress(f"storing {start} of {IMAGES} images")
            files = [file(n) for n in range(start + 1, start + 21)]
            for client in (reader, keeper):
                status, answer = stow(client, files)
                if status != 200:
                    raise RuntimeError(answer)
        host = Proxy(ours.port, ours.process.pid)
        yield Site(pacs, plain, cors, relaying, keeping, host, cookies(reader), cookies(keeper), keeper)


@contextmanager
def worker(ours: Installation, log: Path, *, keeping: bool) -> Generator[Proxy]:
    port = free()
    settings = ours.settings | ({} if keeping else {"IMAGINI_KEPT_GB": "0"})
    command = [sys.executable, "-m", "tests.servers.worker", str(port)]
    process = Process("worker", command, log, settings, ROOT)
    process.start()
    try:
        while not _answers(port):
            if not process.running:
                raise RuntimeError(log.read_text())
        yield Proxy(port, process.pid)
    finally:
        process.stop(within=5)


def _answers(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5):
        return True
    return False
