"""OHIF over 20 Mbit/s to the first image: as npm has it and as we deliver it, alternating in one run."""

import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.dicomweb.goal import at_most
from tests.bench.viewer.site import Site, site
from tests.bench.viewer.visit import Visit, chosen, cold
from tests.e2e.browser import chromium

ROUNDS = 5
NPM, OURS, CHOSEN = "npm dist, brotli, raw frames", "imagini, empty cache", "imagini, from the patient page"


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, site(Path(folder), progress) as running:
        seen = _measure(running, progress)
    load = os.getloadavg()[0]
    print(f"\n  2000 x 2000, 16 bit; seconds, medians of {ROUNDS} rounds; load of the machine {load:.1f}")
    _line("", ("image", "worst", "frame asked", "frame there", "MB", "requests"))
    medians = {name: Visit(*map(statistics.median, zip(*each, strict=True))) for name, each in seen.items()}
    for name, (painted, *rest) in medians.items():
        worst = max(visit.painted for visit in seen[name])
        _line(name, [f"{value:.2f}" for value in (painted, worst, *rest)])
    warm = _ratio(seen[CHOSEN], seen[OURS])
    print(f"  chosen on a patient page that came to rest: {warm:.2f} x our empty cache")
    goal = at_most(
        "empty cache: navigation to first image x npm dist with brotli and raw frames",
        0.5,
        _ratio(seen[OURS], seen[NPM]),
    )
    print(f"  {goal['goal']:<80}{goal['bar']:>8}{goal['measured']:>8}{'' if goal['met'] else '  missed'}")
    return {"bench": "viewer", "goals": [goal]}


def _ratio(visits: list[Visit], others: list[Visit]) -> float:
    """Of the two in each round, which had the machine as it was then; the median."""
    return statistics.median(one.painted / other.painted for one, other in zip(visits, others, strict=True))


def _line(name: str, values: Sequence[str]) -> None:
    print(f"  {name:<32}" + "".join(f"{value:>13}" for value in values))


def _measure(site: Site, progress: Callable[[str], None]) -> dict[str, list[Visit]]:
    path = f"/viewer?StudyInstanceUIDs={site.study}"
    seen: dict[str, list[Visit]] = {NPM: [], OURS: [], CHOSEN: []}
    with chromium() as browser:
        ways: dict[str, Callable[[], Visit]] = {
            NPM: lambda: cold(browser, site.npm, path, None),
            OURS: lambda: cold(browser, site.ours, f"/viewer{path}", site.session),
            CHOSEN: lambda: chosen(browser, site),
        }
        for n in range(ROUNDS + 1):
            for name, way in ways.items():
                visit = way()
                progress(f"round {n} of {ROUNDS}: {name}: first image after {visit.painted:.2f} s")
                if n:  # the first warmed up what is served from
                    seen[name].append(visit)
    return seen
