"""`./imagini up`: what it starts, what it says, and that it leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from azure.core.exceptions import ResourceExistsError
from azure.storage.queue import QueueClient

from infra.local.stack.inference import QUEUE, InferenceRunner
from infra.local.stack.ports import free

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds; a machine may be slow


def command(data: Path, port: int) -> list[str]:
    options = ["--no-demo", "--no-build", "--data", str(data), "--port", str(port)]
    return [sys.executable, "-m", "infra.local", "up", *options]


@contextmanager
def up(data: Path, port: int) -> Generator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command(data, port), cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def said_until_ready(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if line.startswith("ready"):
            return said
    raise AssertionError(f"it never was ready:\n{said}")


def children(data: Path) -> list[str]:
    """Command lines of living processes that belong to a data folder."""
    found: list[str] = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if str(data).encode() in line and folder.name != str(os.getpid()):
            found.append(line.replace(b"\0", b" ").decode(errors="replace")[:100])
    return found


def host_of(pid: int) -> int:
    """The function host among the children of an `up`."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        if b"infra.local\0host" in Path(f"/proc/{child}/cmdline").read_bytes():
            return int(child)
    raise AssertionError("no function host runs")


def until(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


def test_a_taken_port_is_passed_over_and_said_to_be(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with up(tmp_path, port) as process:
            said = said_until_ready(process)
    assert f"Port {port} is taken; using " in said
    assert f"ready http://localhost:{port}\n" not in said


def test_a_second_one_on_the_same_data_says_where_the_first_is(tmp_path: Path) -> None:
    with up(tmp_path, port := free()) as first:
        said_until_ready(first)
        again = subprocess.run(
            command(tmp_path, free()), cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    assert again.returncode == 1
    assert (
        f"imagini already runs on {tmp_path} at http://localhost:{port} (process {first.pid})" in again.stdout
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with up(tmp_path, free()) as process:
        said_until_ready(process)
        assert len(children(tmp_path)) >= 3
        process.send_signal(number)
        assert process.wait(PATIENCE) == 0
        assert children(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_it_leaves_nothing_even_when_it_is_killed(tmp_path: Path) -> None:
    with up(tmp_path, free()) as process:
        said_until_ready(process)
        process.kill()
        process.wait()
        until(lambda: children(tmp_path) == [])


def test_a_host_that_dies_is_started_again(tmp_path: Path) -> None:
    with up(tmp_path, free()) as process:
        said_until_ready(process)
        os.kill(host_of(process.pid), signal.SIGKILL)
        line = next(line for line in process.stdout or () if "starting it again" in line)
    assert "function host ended with status -9" in line


@pytest.fixture
def inbox(azurite: str) -> Generator[QueueClient]:
    queue = QueueClient.from_connection_string(azurite, QUEUE)
    with suppress(ResourceExistsError):  # other tests infer too
        queue.create_queue()
    queue.clear_messages()
    yield queue
    queue.clear_messages()


def runner(azurite: str, folder: Path, code: str) -> InferenceRunner:
    job = [sys.executable, "-c", f"print('started', flush=True)\n{code}"]
    return InferenceRunner(azurite, folder / "inference.log", {"STORAGE": azurite}, job)


def attend(runner: InferenceRunner, seconds: float) -> list[str]:
    """What it says in that time."""
    end = time.monotonic() + seconds
    return attend_until(runner, lambda _: time.monotonic() > end)


def attend_until(runner: InferenceRunner, done: Callable[[list[str]], bool]) -> list[str]:
    """What it has said by then."""
    said: list[str] = []
    end = time.monotonic() + PATIENCE
    while not done(said):
        assert time.monotonic() < end, "it never happened"
        if complaint := runner.attend():
            said.append(complaint)
        time.sleep(0.05)
    return said


def drained(runner: InferenceRunner, inbox: QueueClient) -> Callable[[list[str]], bool]:
    """All is done, and nobody is at work any more."""
    return lambda _: not (inbox.peek_messages() or runner.process.running)


DRAIN = f"""
import os
from azure.storage.queue import QueueClient
queue = QueueClient.from_connection_string(os.environ["STORAGE"], "{QUEUE}")
for message in queue.receive_messages():
    queue.delete_message(message)
"""


def starts(folder: Path) -> int:
    log = folder / "inference.log"
    return log.read_text().count("started") if log.exists() else 0


def test_the_job_starts_when_messages_wait_and_only_then(
    azurite: str, inbox: QueueClient, tmp_path: Path
) -> None:
    job = runner(azurite, tmp_path, DRAIN)
    attend(job, 1.0)
    assert starts(tmp_path) == 0
    inbox.send_message("one")
    inbox.send_message("two")
    attend_until(job, drained(job, inbox))
    attend(job, 1.0)
    assert starts(tmp_path) == 1
    inbox.send_message("three")
    attend_until(job, drained(job, inbox))
    assert starts(tmp_path) == 2


def test_a_message_that_waits_for_its_next_try_starts_no_job(
    azurite: str, inbox: QueueClient, tmp_path: Path
) -> None:
    inbox.send_message("later", visibility_timeout=60)
    attend(runner(azurite, tmp_path, DRAIN), 1.5)
    assert starts(tmp_path) == 0


def test_a_job_that_fails_is_tried_again_later_and_later(
    azurite: str, inbox: QueueClient, tmp_path: Path
) -> None:
    inbox.send_message("poison")
    said = attend_until(runner(azurite, tmp_path, "raise SystemExit(1)"), lambda said: len(said) == 2)
    assert [line.rpartition("; ")[2] for line in said] == ["next try in 1 s.", "next try in 2 s."]
    assert starts(tmp_path) == 2
