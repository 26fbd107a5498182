"""The whole product as `./imagini up` starts it, on free ports and a data folder of its own."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.local.client import Client
from infra.local.stack.ports import free
from tests.servers.process import with_parent

ROOT = Path(__file__).parents[2]
READY = "ready "
STOP_SECONDS = 60


@dataclass(frozen=True)
class Running:
    url: str
    data: Path
    demo: dict[str, Any]

    def account(self, role: str, organization: str | None = "orthanc_demo") -> dict[str, Any]:
        return next(
            a for a in self.demo["accounts"] if a["role"] == role and a["organization"] == organization
        )

    def signed_in(self, role: str = "member", organization: str | None = "orthanc_demo") -> Client:
        account, client = self.account(role, organization), Client(self.url)
        client.sign_in(account["email"], account["password"])
        return client

    def patient(self, mrn: str) -> dict[str, Any]:
        return next(p for p in self.demo["patients"] if p["mrn"] == mrn)

    def study(self, mrn: str, modality: str) -> str:
        """The first study of that kind; of COMUNIX's two chest X-rays the one with findings."""
        studies = self.patient(mrn)["studies"]
        return next(s["study_instance_uid"] for s in studies if s["modality"] == modality)

    @property
    def study_with_findings(self) -> str:
        return self.study("IYET5.0", "DX")

    @property
    def normal_x_ray(self) -> str:
        """COMUNIX's other chest X-ray."""
        studies = self.patient("IYET5.0")["studies"]
        return next(
            s["study_instance_uid"]
            for s in studies
            if s["modality"] == "DX" and s["study_instance_uid"] != self.study_with_findings
        )


def already_running(url: str, data: Path) -> Running:
    """One that somebody else has started."""
    return Running(url, data, json.loads((data / "demo.json").read_text()))


@contextmanager
def running_imagini(progress: Callable[[str], None] = print, *arguments: str) -> Generator[Running]:
    """Ends with everything stopped; the last lines of its output are in the error where it does not start."""
    with tempfile.TemporaryDirectory(prefix="imagini-") as folder:
        data = Path(folder)
        command = [sys.executable, "-m", "infra.local", "up", "--port", str(free()), "--data", str(data)]
        process = subprocess.Popen(
            [*with_parent("TERM"), *command, *arguments],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            url = _wait(process, progress)
            yield already_running(url, data)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _wait(process: subprocess.Popen[str], progress: Callable[[str], None]) -> str:
    said: list[str] = []
    for line in process.stdout or ():
        said.append(line)
        progress(line.rstrip())
        if line.startswith(READY):
            return line.removeprefix(READY).strip()
    raise RuntimeError("imagini did not start:\n" + "".join(said[-30:]))
