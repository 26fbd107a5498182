import json
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from infra.local.stack import stamps
from infra.local.stack.demo import accounts
from infra.local.stack.lock import Busy, Lock
from infra.local.stack.ports import choose
from infra.local.stack.process import Failed, Process

ROOT = Path(__file__).parents[3]
PATIENCE = 60  # seconds


def python(name: str, code: str, log: Path) -> Process:
    return Process(name, [sys.executable, "-c", textwrap.dedent(code)], log, {"PYTHONUNBUFFERED": "1"})


def wait_for(text: str, log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while not log.exists() or text not in log.read_text():
        assert time.monotonic() < end, f"{text!r} never came"
        time.sleep(0.02)
    return log.read_text()


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().split()[2]
    except FileNotFoundError:
        return True
    return state == "Z"


def wait_until_gone(pid: int) -> None:
    end = time.monotonic() + PATIENCE
    while not gone(pid):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_port_in_use_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert choose(port) != port


def test_a_port_that_only_ipv6_uses_is_passed_over_too() -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as server:
        port = server.getsockname()[1]
        assert choose(port) != port


def test_two_cannot_hold_one_data_folder(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    lock.announce("http://localhost:8000")
    with pytest.raises(Busy, match=r"already runs on .* at http://localhost:8000 \(process \d+\)"):
        Lock(tmp_path)


def test_a_program_and_what_it_started_are_stopped(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = """
        import subprocess, sys, time
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        print("child", child.pid, flush=True)
        time.sleep(600)
    """
    process = python("parent", code, log)
    process.start()
    child = int(wait_for("child", log).split()[1])
    process.stop(within=2)
    assert not process.running
    wait_until_gone(child)


def test_a_program_that_will_not_stop_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); time.sleep(600)"
    )
    process = python("deaf", code, log)
    process.start()
    wait_for("deaf", log)
    process.stop(within=0.2)
    assert process.code == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_a_program_ends_when_we_are_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = f"""
        import sys, time
        from pathlib import Path
        from infra.local.stack.process import Process
        code = "import os, time; print('pid', os.getpid(), flush=True); time.sleep(600)"
        Process("child", [sys.executable, "-c", code], Path({str(log)!r}), {{}}).start()
        time.sleep(600)
    """
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT)
    child = int(wait_for("pid", log).split()[1])
    parent.kill()
    parent.wait()
    wait_until_gone(child)


def test_a_failure_shows_the_end_of_the_log(tmp_path: Path) -> None:
    process = python("npm ci", "print('no space left'); raise SystemExit(3)", tmp_path / "log")
    with pytest.raises(Failed, match=r"npm ci failed with status 3(.|\n)*no space left"):
        process.complete(print)


def test_a_build_is_fresh_until_a_source_changes_in_content_or_name(tmp_path: Path) -> None:
    source, built = tmp_path / "src" / "page.tsx", tmp_path / "out"
    source.parent.mkdir()
    built.mkdir()
    source.write_text("one")

    def stamp() -> str:
        return stamps.of_files(tmp_path, stamps.sources(tmp_path, ["out"]))

    stamps.put(built, stamp())
    source.touch()
    (built / "page.html").write_text("built")
    assert stamps.fresh(built, stamp())
    source.write_text("two")
    assert not stamps.fresh(built, stamp())
    source.write_text("one")
    source.rename(source.with_name("other.tsx"))
    assert not stamps.fresh(built, stamp())


def test_the_demo_accounts_are_shown_as_a_table(tmp_path: Path) -> None:
    assert accounts(tmp_path) == ""
    ana = {"email": "ana@example.org", "password": "pw", "role": "member", "organization": "demo"}
    root = {"email": "root@example.org", "password": "long", "role": "super_admin", "organization": None}
    (tmp_path / "demo.json").write_text(json.dumps({"accounts": [ana, root]}))
    assert accounts(tmp_path).splitlines()[1:] == [
        "  ana@example.org   pw    member       demo",
        "  root@example.org  long  super_admin  -",
    ]
