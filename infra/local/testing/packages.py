"""Debian packages that the tests use, installed where they are missing."""

import os
import shutil
import subprocess
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from infra.local.stack.process import Failed, Process
from infra.local.stack.progress import step, tell

# What proves that a package is there: a program on PATH or a file, and the package that brings it.
DEBIAN = {
    "Orthanc": "orthanc",
    "/usr/share/orthanc/plugins/libOrthancDicomWeb.so": "orthanc-dicomweb",
    "chromium": "chromium",
    "dciodvfy": "dicom3tools",
    "dcmdump": "dcmtk",
    "nginx": "nginx-light",
    "node": "nodejs",
    "npm": "npm",
    "pdftotext": "poppler-utils",
}
SERVICES = {"orthanc": "orthanc", "nginx-light": "nginx"}  # what Debian would start by itself
POLICY = Path("/usr/sbin/policy-rc.d")  # asked by Debian before a package starts its service


def missing() -> list[str]:
    """The packages that have to be installed."""
    return sorted(package for proof, package in DEBIAN.items() if not _present(proof))


def _present(proof: str) -> bool:
    if proof.startswith("/"):
        return Path(proof).exists()
    return any(shutil.which(name) for name in (proof, f"/usr/sbin/{proof}"))


def ensure(logs: Path) -> None:
    """Install what is missing, or say what is; the tests that need it then fail for that reason."""
    packages = missing()
    if not packages:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        tell(
            f"Missing for some tests: {', '.join(packages)}. On Debian: apt-get install {' '.join(packages)}"
        )
        return
    with step(f"Debian packages: {', '.join(packages)}"), _no_services_started():
        _apt(["update"], logs)
        _apt(["install", "--yes", "--no-install-recommends", *packages], logs)
    _disable(packages)


def _apt(arguments: list[str], logs: Path) -> None:
    settings = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        Process(
            f"apt-get {arguments[0]}", ["apt-get", "-q", *arguments], logs / "apt.log", settings
        ).complete(tell)
    except Failed as error:
        tell(str(error))


@contextmanager
def _no_services_started() -> Generator[None]:
    """The tests start their own servers, on ports of their own."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def _disable(packages: Iterable[str]) -> None:
    """Nor shall they start with the machine."""
    for service in (SERVICES[package] for package in packages if package in SERVICES):
        command = (
            ["systemctl", "disable", service]
            if shutil.which("systemctl")
            else ["update-rc.d", service, "disable"]
        )
        if shutil.which(command[0]):
            subprocess.run(command, check=False, capture_output=True)
