"""The programs of one imagini on one machine: Azurite, the function host, the inference job."""

import json
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from infra.local.stack.azurite import Azurite
from infra.local.stack.inference import InferenceRunner
from infra.local.stack.process import Process
from infra.local.stack.progress import Tell, step
from infra.local.stack.stopping import pause

PATIENCE = 120.0  # seconds for a program to come up
THREADS = "32"  # synchronous functions at once: they wait for PACS and storage more than they compute
BODY_LIMIT = str(210 * 1024 * 1024)  # bytes; as the function app on Azure is given
RESTARTS, WINDOW = 5, 60.0  # a program that dies more often than this within so many seconds stays dead


class Stack:
    """Use from the main thread. `stop` is safe at any moment."""

    def __init__(self, data: Path, port: int, traces: str | None = None) -> None:
        """`traces`: where it is written down what happens; None: as the environment says."""
        self.url = f"http://localhost:{port}"
        logs = data / "logs"
        self._azurite = Azurite.on_free_ports(data / "azurite", logs / "azurite.log")
        settings = self._settings(data) | ({"IMAGINI_TRACES": traces} if traces else {})
        command = [sys.executable, "-m", "infra.local", "host", "--app", ".", "--port", str(port)]
        self._storage = self._azurite.process()
        self._host = Process("function host", command, logs / "host.log", settings)
        self._inference = InferenceRunner(self._azurite.connection, logs / "inference.log", settings)
        self._deaths: list[float] = []

    def _settings(self, data: Path) -> dict[str, str]:
        return {
            "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
            "AzureWebJobsStorage": self._azurite.connection,
            "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT": BODY_LIMIT,
            "IMAGINI_DATA": str(data),
            "IMAGINI_PUBLIC_URL": self.url,
            "IMAGINI_STORAGE": self._azurite.connection,
            "PYTHONUNBUFFERED": "1",
            "PYTHON_THREADPOOL_THREAD_COUNT": THREADS,
        }

    def start(self) -> None:
        """All together, then wait for each. Raises Failed when one does not come up."""
        for process in (self._storage, self._host):
            process.log.unlink(missing_ok=True)
            process.start()
        with step("Azurite"):
            self._await(self._storage, lambda: self._azurite.answering)
        with step("function host"):
            self._await(self._host, self._serving)

    def _await(self, process: Process, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not ready():
            if not process.running:
                raise process.failure("did not start")
            if time.monotonic() > end:
                raise process.failure(f"did not answer within {PATIENCE:.0f} s")
            pause(0.05)

    def _serving(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/admin/host/status", timeout=5) as answer:  # noqa: S310  our own address
                return json.load(answer)["state"] == "Running"
        except (urllib.error.URLError, ConnectionError):
            return False

    def attend(self, tell: Tell) -> None:
        """Call a few times a second: restarts what has died, starts the inference job when there is work."""
        for process in (self._storage, self._host):
            if not process.running:
                self._restart(process, tell)
        if complaint := self._inference.attend():
            tell(complaint)

    def _restart(self, process: Process, tell: Tell) -> None:
        now = time.monotonic()
        self._deaths = [*(death for death in self._deaths if now - death < WINDOW), now]
        if len(self._deaths) > RESTARTS:
            raise process.failure(f"died {len(self._deaths)} times within a minute")
        tell(f"{process.name} ended with status {process.code}; starting it again ({process.log}).")
        process.start()

    def stop(self) -> None:
        """Within five seconds: first what writes, then the storage it writes to."""
        self._host.ask_to_stop()
        self._inference.process.stop(within=1)
        self._host.stop(within=2.5)
        self._storage.stop(within=1)
