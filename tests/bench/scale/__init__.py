"""Studies on paper, at a thousand, 100 thousand and 10 million a month: what waits, costs and helps."""

from collections.abc import Callable
from typing import Any

from tests.bench.scale.document import differences, tables

DRIFT = 0.1  # by which what the code asks of Azure may have moved since it was written down


def run(progress: Callable[[str], None]) -> dict[str, Any]:
    # What unit tests of the simulation need not wait for: Azure's SDKs, pydicom.
    from tests.bench.dicomweb.goal import at_most
    from tests.bench.scale.drift import drift
    from tests.bench.scale.story import count

    moved = drift(count(progress))
    print("\n  what a step asks of Azure: as written down, and as counted just now")
    for line in moved.lines:
        print(f"  {line}")
    printed = tables(progress)
    for name, table in printed.items():
        print(f"\n{name}\n\n{table}")
    stale = differences(printed)
    goals = [
        at_most("what the code asks of Azure, against tests/bench/scale/parameters.py", DRIFT, moved.worst),
        at_most("tables of docs/scale.md that are not what was simulated", 0, len(stale)),
    ]
    return {"bench": "scale", "goals": goals}
