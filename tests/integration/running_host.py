"""The local host as a process of its own."""

import base64
import json
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from uuid import uuid4

from azure.storage.queue import QueueClient

from infra.local.stack.ports import free
from infra.local.stack.process import Process

ROOT = Path(__file__).parents[2]
APP = Path(__file__).with_name("fixtures") / "streaming_app"
MEGABYTE = 1024 * 1024
PATIENCE = 120  # seconds; a machine may be slow


class RunningHost:
    """A host process of its own, with an app and a queue of its own."""

    def __init__(self, app: Path, storage: str, log: Path, **more: str) -> None:
        self.port, self.queue = free(), f"jobs-{uuid4().hex[:8]}"
        command = [sys.executable, "-m", "infra.local", "host", "--app", str(app), "--port", str(self.port)]
        settings = {"JOBS": self.queue, "IMAGINI_STORAGE": storage, "AzureWebJobsStorage": storage}
        self.process = Process("host", command, log, settings | more, ROOT)
        self.jobs = QueueClient.from_connection_string(storage, self.queue)

    def start(self) -> None:
        self.process.start()
        until(lambda: b"ready" in self.process.log.read_bytes() or not self.process.running)
        assert self.process.running, self.process.log.read_text()

    def ask(self, path: str, method: str = "GET", body: Any = None, **headers: str) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers, encode_chunked=False)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def seen(self, by: str) -> list[dict[str, Any]]:
        return json.loads(self.ask(f"/api/seen?by={by}")[1])

    def put(self, text: str) -> None:
        self.jobs.send_message(base64.b64encode(text.encode()).decode())

    def memory(self) -> int:
        """Resident bytes at the highest so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024


def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)
