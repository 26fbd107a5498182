"""Counts of tests, added up over several pytest runs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ORDER = ("failed", "passed", "skipped", "error")


@dataclass
class Tally:
    counts: Counter[str] = field(default_factory=Counter)

    def add_junit(self, file: Path) -> None:
        """What one pytest run wrote with --junitxml."""
        suites = ElementTree.parse(file).iter("testsuite")  # noqa: S314  written a moment ago by our own pytest
        for suite in suites:
            number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
            bad = number["failures"] + number["errors"] + number["skipped"]
            self.counts.update(
                failed=number["failures"],
                error=number["errors"],
                skipped=number["skipped"],
                passed=number["tests"] - bad,
            )

    def closing_line(self, seconds: float) -> str:
        """As pytest prints it."""
        parts = list(self._parts()) or ["no tests ran"]
        return f"===== {', '.join(parts)} in {seconds:.2f}s ====="

    def _parts(self) -> Iterable[str]:
        for word in ORDER:
            if count := self.counts[word]:
                plural = "s" if word == "error" and count > 1 else ""
                yield f"{count} {word}{plural}"
