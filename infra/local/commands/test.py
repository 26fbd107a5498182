"""Check everything: lint, unit, contract, integration, web, e2e; or only the parts that are named.

fuzz, which searches for bytes that break parsers, is run where it is named.

Installs what the tests need. Browser tests come last. The last line counts the Python tests as pytest does; a
step of another kind that fails counts as an error there.
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from infra.local.stack import azurite, npm
from infra.local.stack.builds import VIEWER, ensure_built
from infra.local.stack.process import Failed
from infra.local.stack.progress import tell
from infra.local.testing import packages
from infra.local.testing.steps import LONG, PARTS, PYTEST_PARTS, WEB, Step, steps
from infra.local.testing.tally import Tally

LOGS = Path(".data") / "logs"
NO_TESTS = 5  # pytest's status when a selection leaves nothing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join((*PARTS, *LONG)))
    parser.add_argument("-k", metavar="EXPRESSION", help="only the Python tests that match, as in pytest")
    parser.add_argument("-x", action="store_true", help="stop at the first failure")


def run(options: argparse.Namespace) -> int:
    unknown = [part for part in options.parts if part not in (*PARTS, *LONG)]
    if unknown:
        print(f"There is no part {unknown[0]!r}. Parts: {', '.join((*PARTS, *LONG))}.")
        return 2
    try:
        prepare(options.parts or PARTS)
    except Failed as error:
        print(error)
        return 1
    chosen = ["-q", *(["-k", options.k] if options.k else []), *(["-x"] if options.x else [])]
    return run_steps(steps(options.parts, chosen), stop_early=options.x)


def prepare(parts: Sequence[str]) -> None:
    """Programs, packages and builds that the parts need. Raises Failed."""
    if any(part in PYTEST_PARTS for part in parts):
        packages.ensure(LOGS)
    if "lint" in parts or "contract" in parts or "integration" in parts or "e2e" in parts:
        azurite.ensure_installed(LOGS, tell)
    if "web" in parts:
        for folder in (WEB, VIEWER.folder):
            if (folder / "package-lock.json").is_file():
                npm.install(folder, folder.name, LOGS, tell)
    if "e2e" in parts:
        ensure_built(LOGS, tell)


def run_steps(todo: Sequence[Step], stop_early: bool) -> int:
    """Each step with its own output; then the table and the closing line. 1 when anything failed."""
    started, tally, rows = time.monotonic(), Tally(), list[tuple[str, str, float]]()
    for step in todo:
        print(f"\n── {step.name} ──", flush=True)
        begun = time.monotonic()
        good = execute(step, tally)
        rows.append((step.name, "ok" if good else "FAILED", time.monotonic() - begun))
        if not good and stop_early:
            break
    print()
    for name, verdict, seconds in rows:
        print(f"  {name:<24} {verdict:<7} {seconds:7.1f} s")
    print(tally.closing_line(time.monotonic() - started), flush=True)
    return 0 if all(verdict == "ok" for _, verdict, _ in rows) else 1


def execute(step: Step, tally: Tally) -> bool:
    """Run one step and count what it found; whether it is content."""
    if not step.junit:
        good = subprocess.run(step.command, cwd=step.folder, check=False).returncode == 0
        tally.counts["error"] += not good
        return good
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        code = subprocess.run(
            [*step.command, f"--junitxml={report}"], cwd=step.folder, check=False
        ).returncode
        if report.exists():
            tally.add_junit(report)
        else:
            tally.counts["error"] += 1
    return code in (0, NO_TESTS)
