"""A program that runs beside us, ends with us, and never outlives us."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from infra.local.stack.progress import HEARTBEAT, Tell
from infra.local.stack.stopping import pause

PR_SET_PDEATHSIG = 1  # linux/prctl.h


class Failed(Exception):
    """A program did not do its work; the text says which, and the end of its log."""


def _end_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel tells a child when its parent is gone, even one killed with SIGKILL."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


_before_exec = _end_with_parent()


class Process:
    """Start it from the main thread only: the kernel takes the thread that starts it for the parent."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Path,
        settings: Mapping[str, str],
        folder: Path | None = None,
    ) -> None:
        self.name, self.log = name, log
        self._command, self._settings, self._folder = command, settings, folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """In a process group of its own, so that Ctrl-C reaches us and we end it in order."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                env={**os.environ, **self._settings},
                start_new_session=True,
                preexec_fn=_before_exec,  # noqa: PLW1509  nothing in it takes a lock
            )

    @property
    def code(self) -> int | None:
        """The exit status; None while it runs or before it was started."""
        return self._process.poll() if self._process else None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def ask_to_stop(self) -> None:
        self._signal(signal.SIGTERM)

    def interrupt(self) -> None:
        """As Ctrl-C does."""
        self._signal(signal.SIGINT)

    def stop(self, within: float) -> None:
        """SIGTERM to the whole group, SIGKILL to what is left of it after `within` seconds."""
        self.ask_to_stop()
        if self._process:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(within)
            self._signal(signal.SIGKILL)
            self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        if self._process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)

    def failure(self, what: str) -> Failed:
        """What to raise when it did not do its work."""
        return Failed(f"{self.name} {what}. The end of {self.log}:\n{last_lines(self.log, 25)}")

    def complete(self, tell: Tell) -> None:
        """Run to the end, with a sign of life now and then. Failed unless it exits with 0."""
        self.start()
        started = time.monotonic()
        beat = started + HEARTBEAT
        try:
            while self.running:
                pause(0.1)
                if time.monotonic() > beat:
                    beat += HEARTBEAT
                    tell(f"    {time.monotonic() - started:.0f} s: {last_lines(self.log, 1).strip()[:100]}")
        finally:
            self.stop(within=2)
        if self.code:
            raise self.failure(f"failed with status {self.code}")


def last_lines(log: Path, count: int) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join([line for line in lines if line.strip()][-count:])
