"""What a cold start pays for our code: the whole function app against the least it needs."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

ROUNDS = 9
FLOOR, APP, NOTHING = "import azure.functions, pydantic", "import function_app", "pass"
BAR = 1.5


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    for code in (FLOOR, APP):
        _seconds(code)  # byte code and page cache are warm in a deployed package
    taken: dict[str, list[float]] = {NOTHING: [], FLOOR: [], APP: []}
    for n in range(ROUNDS):
        progress(f"round {n + 1} of {ROUNDS}")
        for code, seconds in taken.items():
            seconds.append(_seconds(code))
    nothing, floor, app = (statistics.median(taken[code]) for code in (NOTHING, FLOOR, APP))
    ratio = app / floor
    print(f"\n  {'':<36}{'ms':>8}")
    for code, seconds in (("a bare interpreter", nothing), (FLOOR, floor), (APP, app)):
        print(f"  {code:<36}{seconds * 1000:>8.0f}")
    print(f"  {'ratio':<36}{ratio:>8.2f}")
    goal = {"goal": f"{APP} / {FLOOR}", "bar": f"<= {BAR}", "measured": round(ratio, 2), "met": ratio <= BAR}
    return {"bench": "imports", "goals": [goal]}


def _seconds(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start
