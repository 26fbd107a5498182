"""Orthanc, a real PACS, with its DICOMweb plugin, as Debian packs them."""

import base64
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.servers.process import answers, free_ports, program, running

PLUGIN = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")


class Orthanc(NamedTuple):
    url: str  # of its own REST API
    user: str | None = None
    password: str | None = None

    @property
    def dicomweb(self) -> str:
        return f"{self.url}/dicom-web"

    @property
    def headers(self) -> dict[str, str]:
        """What a client must send along."""
        if self.user is None:
            return {}
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return {"Authorization": f"Basic {token}"}


@contextmanager
def orthanc(folder: Path, user: str | None = None, password: str | None = None) -> Generator[Orthanc]:
    """An empty PACS on a free port of this machine; with a user it asks for their password."""
    if not PLUGIN.exists():
        raise RuntimeError(f"{PLUGIN} is missing. Install it: apt-get install -y orthanc-dicomweb")
    [port] = free_ports(1)
    settings = folder / "orthanc.json"
    settings.write_text(json.dumps(_settings(folder, port, user, password)))
    url = f"http://127.0.0.1:{port}"
    command = [program("Orthanc", "orthanc"), str(settings)]
    with running(command, lambda: answers(f"{url}/system"), folder / "orthanc.log"):
        yield Orthanc(url, user, password)


def _settings(folder: Path, port: int, user: str | None, password: str | None) -> dict[str, object]:
    return {
        "Name": "tests",
        "HttpPort": port,
        "DicomServerEnabled": False,
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": user is not None,
        "RegisteredUsers": {user: password} if user else {},
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "OverwriteInstances": True,
        "Plugins": [str(PLUGIN)],
        "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
    }
