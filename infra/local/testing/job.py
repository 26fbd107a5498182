"""One step under way, and what it prints."""

import sys
import time
from pathlib import Path

from infra.local.stack.process import Process
from infra.local.testing.steps import Step

NO_TESTS = 5  # pytest's status when a selection leaves nothing


class Job:
    """Begins at once. What it prints waits until it is shown."""

    def __init__(self, step: Step, folder: Path) -> None:
        folder.mkdir()
        self.step, self.report = step, folder / "junit.xml"
        command = [*step.command, f"--junitxml={self.report}"] if step.junit else step.command
        output, settings = folder / "output", {"PYTHONUNBUFFERED": "1"}
        self.process = Process(step.name, command, output, settings, step.folder)
        self._shown, self._headed = 0, False
        self._begun, self.seconds = time.monotonic(), 0.0
        self.process.start()

    def ended(self) -> bool:
        """Ask often: so it knows when."""
        if self.process.running:
            return False
        self.seconds = self.seconds or time.monotonic() - self._begun
        return True

    @property
    def good(self) -> bool:
        return self.process.code == 0 or (self.step.junit and self.process.code == NO_TESTS)

    def show(self) -> None:
        """What it has printed since it was last shown; nothing of a preparation that had nothing to do."""
        with self.process.log.open("rb") as output:
            output.seek(self._shown)
            news = output.read()
        self._shown += len(news)
        if not self._headed and (news or self.step.part != "prepare"):
            self._headed = True
            print(f"\n── {self.step.name} ──", flush=True)
        sys.stdout.write(news.decode(errors="replace"))
        sys.stdout.flush()
