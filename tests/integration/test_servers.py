"""The servers that other tests stand on."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.servers.orthanc import Orthanc
from tests.servers.orthanc import orthanc as run_orthanc
from tests.servers.process import answers, free_ports, program, running

HOLDER = """
import sys, time
from pathlib import Path
from tests.servers.process import answers, running
port, log = sys.argv[1:]
command, url = [sys.executable, "-m", "http.server", port], f"http://127.0.0.1:{port}"
with running(command, lambda: answers(url), Path(log)):
    print("ready", flush=True)
    time.sleep(600)
"""


def get(url: str, headers: dict[str, str]) -> tuple[int, bytes]:
    try:
        with urlopen(Request(url, headers={"Accept": "application/dicom+json", **headers})) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, b""


def test_orthanc_speaks_dicomweb(orthanc: Orthanc) -> None:
    status, body = get(f"{orthanc.dicomweb}/studies", {})
    assert (status, json.loads(body)) == (200, [])


def test_orthanc_asks_for_a_password_where_it_has_one(tmp_path: Path) -> None:
    with run_orthanc(tmp_path, "pacs", "secret") as server:
        assert get(f"{server.dicomweb}/studies", {})[0] == 401
        assert get(f"{server.dicomweb}/studies", server.headers)[0] == 200


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_ends_with_the_tests_even_if_these_are_killed(tmp_path: Path, end: signal.Signals) -> None:
    [port] = free_ports(1)
    command = [sys.executable, "-c", HOLDER, str(port), str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as tests:
        assert tests.stdout
        assert tests.stdout.readline() == b"ready\n"
        tests.send_signal(end)
    deadline = time.monotonic() + 60
    while answers(f"http://127.0.0.1:{port}"):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_server_that_ends_at_once_is_reported_with_its_last_words(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such disk')"]
    with pytest.raises(RuntimeError, match="no such disk"), running(command, lambda: False, tmp_path / "log"):
        pass


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(RuntimeError, match="apt-get install -y orthanc-of-tomorrow"):
        program("OrthancOfTomorrow", "orthanc-of-tomorrow")
