"""Real servers as child processes: ready when handed over, gone with the tests, however these end."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

READY_SECONDS = 180.0
STOP_SECONDS = 15.0


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses at this moment."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def program(name: str, package: str) -> str:
    """The path of a program. Raises RuntimeError naming the Debian package that brings it."""
    if path := shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin"):
        return path
    raise RuntimeError(f"{name} is missing. Install it: apt-get install -y {package}")


@contextmanager
def running(command: Sequence[str], ready: Callable[[], bool], log: Path) -> Generator[None]:
    """Raises RuntimeError, with the end of the log, if the server ends or is not ready in time."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*with_parent("KILL"), *command], stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait(server, ready, log)
        yield
    finally:
        _stop(server)


def answers(url: str) -> bool:
    """Whether an HTTP server answers, with whatever status."""
    try:
        with urlopen(url, timeout=10):
            return True
    except URLError as error:
        return hasattr(error, "code")
    except OSError:
        return False


def with_parent(signal: str) -> list[str]:
    """A prefix by which the kernel ends the server with us, even if we are killed."""
    return [setpriv, "--pdeathsig", signal, "--"] if (setpriv := shutil.which("setpriv")) else []


def _wait(server: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and server.poll() is None:
        if ready():
            return
        time.sleep(0.05)
    why = "ended" if server.poll() is not None else f"was not ready within {READY_SECONDS:.0f} s"
    raise RuntimeError(f"{server.args} {why}:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    for way in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(server.pid, way)
        with suppress(subprocess.TimeoutExpired):
            server.wait(STOP_SECONDS)
            return
