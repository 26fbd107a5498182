"""What is deployed to Azure: built as for Azure, unpacked elsewhere, run by the worker library. # A6 J8"""

import json
import shutil
import sys
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

import azure_functions_runtime
import pytest

from infra.cloud.package import VENDORED, build
from tests.servers.process import answers, free_ports, running
from tests.uv import uv

ROOT = Path(__file__).parents[2]
FOREIGN = (
    "tests",
    "infra",
    "bicep",
    "docs",
    "static-web",
    "imagini",
    "pyproject.toml",
    ".git",
    ".data",
    ".env",
)


class Unpacked(NamedTuple):
    folder: Path
    size: int  # of the package, in bytes


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    folder = tmp_path_factory.mktemp("package")
    file = build(folder / "functions.zip", uv=uv())
    with zipfile.ZipFile(file) as zipped:
        zipped.extractall(folder / "app")
    return Unpacked(folder / "app", file.stat().st_size)


@pytest.fixture(scope="module")
def address(package: Unpacked, azurite: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """The unpacked app under our host, which finds itself and the worker library, but no package of ours."""
    here = tmp_path_factory.mktemp("host")
    (here / "infra").symlink_to(ROOT / "infra")
    runtime = Path(azure_functions_runtime.__file__).parent
    (here / runtime.name).symlink_to(runtime)
    [port] = free_ports(1)
    environment = {
        "PYTHONPATH": f"{package.folder}:{package.folder / VENDORED}:{here}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "IMAGINI_DATA": str(here / "data"),
        "IMAGINI_STORAGE": azurite,
        "AzureWebJobsStorage": azurite,
    }
    variables = [f"{name}={value}" for name, value in environment.items()]
    program = [
        sys.executable,
        "-S",
        "-m",
        "infra.local",
        "host",
        "--app",
        str(package.folder),
        "--port",
        str(port),
    ]
    url = f"http://127.0.0.1:{port}"
    command = [shutil.which("env") or "env", "-C", str(here), *variables, *program]
    with running(command, lambda: answers(f"{url}/admin/host/status"), here / "host.log"):
        yield url


def test_the_unpacked_package_says_how_it_is(address: str) -> None:
    health = asked(f"{address}/api/health")

    assert health["status"] == "ok"


def test_every_function_of_the_sources_is_in_the_package(address: str) -> None:
    sources = [*(ROOT / "functions" / "queues").glob("*.py"), *(ROOT / "functions" / "timers").glob("*.py")]
    background = {
        line.split()[1].partition("(")[0]
        for file in sources
        for line in file.read_text().splitlines()
        if line.startswith("def ")
    }
    indexed = {function["name"] for function in asked(f"{address}/admin/functions")}

    assert background
    assert indexed >= {*background, "get_health", "get_me", "search_studies"}


def test_nothing_goes_to_azure_that_is_not_run_there(package: Unpacked) -> None:
    assert [name for name in FOREIGN if (package.folder / name).exists()] == []
    assert not list(package.folder.rglob("*.onnx"))
    assert not list((package.folder / "shared" / "inference").glob("*.py"))


def test_every_module_is_compiled_so_that_a_cold_start_need_not(package: Unpacked) -> None:
    for source in (*package.folder.glob("functions/**/*.py"), *package.folder.glob("shared/**/*.py")):
        compiled = source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc"
        assert compiled.is_file(), source
        assert compiled.read_bytes()[4:8] == b"\x01\0\0\0", "by hash and unchecked: dates do not survive"


def test_a_package_is_small_enough_to_start_from(package: Unpacked) -> None:
    assert package.size < 100 * 1024 * 1024


def asked(url: str) -> Any:
    with urlopen(url, timeout=120) as answer:
        return json.load(answer)
