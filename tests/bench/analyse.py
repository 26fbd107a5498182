"""From the press of Analyse to visible findings, everything on this machine, and where the time goes."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from tests.servers.imagini import running_imagini

ROUNDS = 5
BAR = 10.0  # seconds
PATIENCE = 60.0


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    with running_imagini(progress) as imagini:
        client = imagini.signed_in()
        study = imagini.study_with_findings
        rounds: list[dict[str, float]] = []
        for n in range(ROUNDS):
            progress(f"analysis {n + 1} of {ROUNDS}")
            rounds.append(_analyse(client, study))
    print(f"\n  {'seconds':<34}{'first':>8}{'median':>8}{'worst':>8}")
    for phase in ("queued", "fetching", "running", "findings", "total"):
        values = [r.get(phase, 0.0) for r in rounds]
        print(f"  {LABELS[phase]:<34}{values[0]:>8.2f}{statistics.median(values):>8.2f}{max(values):>8.2f}")
    worst = max(r["total"] for r in rounds)
    goal = {
        "goal": "Analyse pressed to findings visible, one chest X-ray, seconds (worst of the rounds)",
        "bar": f"<= {BAR}",
        "measured": round(worst, 2),
        "met": worst <= BAR,
    }
    return {"bench": "analyse", "goals": [goal]}


LABELS = {
    "queued": "waiting for a function",
    "fetching": "source to Blob",
    "running": "job start, model, answer",
    "findings": "findings read",
    "total": "pressed to visible",
}


def _analyse(client: Any, study: str) -> dict[str, float]:
    """Seconds spent in each state, as a portal that looks every 20 ms sees them."""
    spent: dict[str, float] = {}
    start = last = time.perf_counter()
    status = client.call("POST", f"/api/studies/{study}/analyses", json={})["status"]
    while status not in ("done", "failed", "skipped"):
        time.sleep(0.02)
        now = time.perf_counter()
        spent[status] = spent.get(status, 0.0) + now - last
        if now - start > PATIENCE:
            raise TimeoutError(f"still {status} after {PATIENCE:.0f} s")
        last, status = now, client.call("GET", f"/api/studies/{study}/analyses")[0]["status"]
    if status != "done":
        raise RuntimeError(f"the analysis ended as {status}")
    before = time.perf_counter()
    if not client.call("GET", f"/api/studies/{study}/findings"):
        raise RuntimeError("the analysis is done, and nothing was found")
    spent["findings"] = time.perf_counter() - before
    spent["total"] = time.perf_counter() - start
    return spent
