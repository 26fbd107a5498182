"""A DICOM service that does what Azure Health Data Services' conformance statement (v2) says, and no more.

What that does not promise is refused here, so that nothing relies on it. It holds what it is sent in memory.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.servers.process import answers, free_ports, running

TOKEN = "token-of-the-tests"


class HealthDataServices(NamedTuple):
    url: str

    @property
    def dicomweb(self) -> str:
        return f"{self.url}/v2"

    @property
    def token_url(self) -> str:
        return f"{self.url}/tenant/oauth2/v2.0/token"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {TOKEN}"}


@contextmanager
def ahds(folder: Path) -> Generator[HealthDataServices]:
    """An empty one, on a free port of this machine."""
    [port] = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "tests.servers.ahds", str(port), TOKEN]
    with running(command, lambda: answers(f"{url}/v2/studies"), folder / "ahds.log"):
        yield HealthDataServices(url)
