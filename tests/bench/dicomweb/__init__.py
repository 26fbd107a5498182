"""DICOMweb through imagini against Orthanc itself and plain proxies, interleaved in one run."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.dicomweb import frames, metadata, storing
from tests.bench.dicomweb.site import site


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    goals: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder, site(Path(folder), progress) as running:
        for part in (frames, metadata, storing):
            goals += part.measure(running, progress)
    print(f"\n  {'goal':<86}{'bar':>9}{'measured':>10}")
    for goal in goals:
        print(
            f"  {goal['goal']:<86}{goal['bar']:>9}{goal['measured']:>10}{'' if goal['met'] else '  missed'}"
        )
    return {"bench": "dicomweb", "goals": goals}
