"""What a cold start pays for our code: the whole function app against the least it needs."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from typing import Any

ROUNDS = 9
NOTHING, APP = "pass", "import function_app"
FLOOR = "import azure.functions, pydantic"
MODELS = "import azure.functions, pydantic; pydantic.BaseModel"  # pydantic 2.14 loads itself only when used
BAR = 1.5
# As in a deployed package, every module is compiled; the first round writes what is missing.
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    for code in (FLOOR, MODELS, APP):
        _seconds(code)  # byte code and page cache are warm in a deployed package
    taken: dict[str, list[float]] = {NOTHING: [], FLOOR: [], MODELS: [], APP: []}
    for n in range(ROUNDS):
        progress(f"round {n + 1} of {ROUNDS}")
        for code, seconds in taken.items():
            seconds.append(_seconds(code))
    median = {code: statistics.median(seconds) for code, seconds in taken.items()}
    print(f"\n  {'':<54}{'CPU ms':>8}{'app is':>8}")
    for code, seconds in median.items():
        print(f"  {code:<54}{seconds * 1000:>8.0f}{median[APP] / seconds:>7.2f}x")
    return {
        "bench": "imports",
        "goals": [_goal(median[APP] / median[floor], floor) for floor in (FLOOR, MODELS)],
    }


def _goal(ratio: float, floor: str) -> dict[str, Any]:
    return {"goal": f"{APP} / {floor}", "bar": f"<= {BAR}", "measured": round(ratio, 2), "met": ratio <= BAR}


def _seconds(code: str) -> float:
    """Processor time: what a busy machine takes longer for is not the code's fault."""
    process = subprocess.Popen([sys.executable, "-c", code], env=COMPILED)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{code!r} failed")
    return usage.ru_utime + usage.ru_stime
