"""A running installation: organizations on the archive, on a PACS, on a PACS that is down, and a stranger."""

import json
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from infra.local.client import Client
from infra.local.stack.ports import free
from infra.local.stack.process import Process
from shared.application.commands.configure_source import ConfigureSource
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.register_user import RegisterUser
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM, Role
from shared.domain.membership import Membership
from shared.settings import Settings
from tests.servers.orthanc import Orthanc

ROOT = Path(__file__).parents[2]
PASSWORD = "correct horse battery staple"  # of everybody
ARCHIVE, PACS, BROKEN, STRANGER = "archive_clinic", "pacs_hospital", "broken_pacs", "other_clinic"
NOBODY_LISTENS = "http://127.0.0.1:9/dicom-web"
PATIENCE = 120  # seconds; a machine may be slow


class Installation:
    def __init__(self, folder: Path, azurite: str, orthanc: Orthanc) -> None:
        self.port = free()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {
            "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
            "AzureWebJobsStorage": azurite,
            "IMAGINI_STORAGE": azurite,
            "IMAGINI_DATA": str(folder),
            "IMAGINI_TRACES": str(folder / "traces.jsonl"),
            "OTEL_METRIC_EXPORT_INTERVAL": "1000",  # milliseconds
            "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT": str(210 << 20),  # as the function app on Azure is given
            "PYTHON_THREADPOOL_THREAD_COUNT": "16",
            "AzureFunctionsJobHost__extensions__queues__visibilityTimeout": "00:00:01",  # between two tries
        }
        command = [sys.executable, "-m", "infra.local", "host", "--port", str(self.port)]
        self.process = Process("host", command, folder / "host.log", self.settings, ROOT)
        mediator = Mediator(Imagini(Settings(data=str(folder), storage=azurite)))
        for organization in (ARCHIVE, PACS, BROKEN, STRANGER):
            _furnish(mediator, organization)
        _point(mediator, PACS, orthanc.dicomweb, orthanc.user, orthanc.password)
        _point(mediator, BROKEN, NOBODY_LISTENS, None, None)

    def client(self, organization: str) -> Client:
        client = Client(self.url)
        client.sign_in(f"reader@{organization.replace('_', '-')}.example.org", PASSWORD)
        return client

    def peak_memory(self) -> int:
        """Resident bytes of the host at the highest so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024


@contextmanager
def installation(folder: Path, azurite: str, orthanc: Orthanc) -> Generator[Installation]:
    running = Installation(folder, azurite, orthanc)
    running.process.start()
    try:
        end = time.monotonic() + PATIENCE
        while not _serving(running.url):
            assert running.process.running, running.process.log.read_text()
            assert time.monotonic() < end, running.process.log.read_text()
            time.sleep(0.1)
        yield running
    finally:
        running.process.stop(within=5)


def _serving(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/admin/host/status", timeout=5) as answer:
            return json.load(answer)["state"] == "Running"
    except OSError:
        return False


def _furnish(mediator: Mediator, organization: str) -> None:
    mediator.send(CreateOrganization(name=organization, display_name=organization), PLATFORM)
    reader = RegisterUser(
        email=f"reader@{organization.replace('_', '-')}.example.org",
        first_name="Rea",
        last_name="Der",
        membership=Membership(organization_id=organization, role=Role.MEMBER),
        password=SecretStr(PASSWORD),
    )
    mediator.send(reader, PLATFORM)


def _point(mediator: Mediator, organization: str, url: str, user: str | None, password: str | None) -> None:
    command = ConfigureSource(
        organization_id=organization,
        url=url,
        auth="basic" if user else "none",
        username=user or "",
        secret=SecretStr(password) if password else None,
    )
    mediator.send(command, PLATFORM)
