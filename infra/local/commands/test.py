"""Check everything: lint, unit, contract, integration, web, e2e; or only the parts that are named.

fuzz, which searches for bytes that break parsers, is run where it is named.

Installs and builds what the tests need. Two parts run side by side and are shown one after the other; browser
tests come last, alone. The last line counts the Python tests as pytest does; a step of another kind that
fails counts as an error there.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from infra.local.stack.stopping import STOPPING, Stopped
from infra.local.testing.job import Job
from infra.local.testing.side_by_side import SideBySide
from infra.local.testing.steps import LONG, PARTS, Step, preparations, steps
from infra.local.testing.tally import Tally


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join((*PARTS, *LONG)))
    parser.add_argument("-k", metavar="EXPRESSION", help="only the Python tests that match, as in pytest")
    parser.add_argument("-x", action="store_true", help="stop at the first failure")


def run(options: argparse.Namespace) -> int:
    unknown = [part for part in options.parts if part not in (*PARTS, *LONG)]
    if unknown:
        print(f"There is no part {unknown[0]!r}. Parts: {', '.join((*PARTS, *LONG))}.")
        return 2
    chosen = ["-q", *(["-k", options.k] if options.k else []), *(["-x"] if options.x else [])]
    todo = steps(options.parts, chosen)
    STOPPING.listen()
    try:
        return run_steps([*preparations(todo), *todo], stop_early=options.x)
    except Stopped:
        print("stopped", flush=True)
        return 130


def run_steps(todo: Sequence[Step], stop_early: bool) -> int:
    """Each step with its own output; then the table and the closing line. 1 when anything failed."""
    started, tally, done = time.monotonic(), Tally(), list[Job]()
    with tempfile.TemporaryDirectory(prefix="imagini-test-") as folder:
        for job in SideBySide(todo, Path(folder), stop_early).run():
            done.append(job)
            count(job, tally)
    print()
    for job in done:
        print(f"  {job.step.name:<24} {'ok' if job.good else 'FAILED':<7} {job.seconds:7.1f} s")
    print(tally.closing_line(time.monotonic() - started), flush=True)
    return 0 if all(job.good for job in done) else 1


def count(job: Job, tally: Tally) -> None:
    if job.report.exists():
        tally.add_junit(job.report)
    elif not job.good:
        tally.counts["error"] += 1
