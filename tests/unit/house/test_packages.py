"""What is installed is what was locked, and comes from the public registries."""

import json
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.unit.house.tree import ROOT, files, shown
from tests.uv import uv

EXPORT = "export --frozen --no-default-groups --no-hashes --no-annotate --no-header --no-emit-project"


def told_by_uv(*arguments: str) -> str:
    command = [uv(), *arguments, "--offline", "--quiet"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_requirements_txt_is_what_the_lock_says_azure_shall_install() -> None:
    exported = told_by_uv(*EXPORT.split())

    assert (ROOT / "requirements.txt").read_text() == exported, f"run: uv {EXPORT} -o requirements.txt"


def test_the_lock_is_what_pyproject_toml_asks_for() -> None:
    told_by_uv("lock", "--check")


def test_python_packages_come_from_pypi() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    sources = {json.dumps(package["source"]) for package in packages if "registry" in package["source"]}
    hosts = {
        urlsplit(item["url"]).hostname for p in packages for item in p.get("wheels", []) if "url" in item
    }

    assert sources == {'{"registry": "https://pypi.org/simple"}'}
    assert hosts <= {"files.pythonhosted.org"}


LOCKS = list(files("static-web", "infra", "tests", endings=("package-lock.json",)))


@pytest.mark.parametrize("lock", LOCKS, ids=shown)
def test_npm_packages_come_from_npm(lock: Path) -> None:
    packages = json.loads(lock.read_text())["packages"]
    fetched = [package for package in packages.values() if "resolved" in package and not package.get("link")]
    hosts = {urlsplit(package["resolved"]).hostname for package in fetched}

    assert hosts <= {"registry.npmjs.org"}


def test_no_library_tells_of_itself_what_it_is_asked() -> None:
    """Instrumentations of HTTP clients write down addresses: telemetry is told by hand. # threat 16"""
    shipped = (ROOT / "requirements.txt").read_text()

    assert "opentelemetry-sdk" in shipped
    assert "opentelemetry-instrumentation" not in shipped
