"""What is to be reached, and whether it was."""

from typing import Any


def at_least(goal: str, bar: float, measured: float) -> dict[str, Any]:
    return {"goal": goal, "bar": f">= {bar:g}", "measured": round(measured, 2), "met": measured >= bar}


def at_most(goal: str, bar: float, measured: float) -> dict[str, Any]:
    return {"goal": goal, "bar": f"<= {bar:g}", "measured": round(measured, 3), "met": measured <= bar}
