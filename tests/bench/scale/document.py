"""docs/scale.md holds each table between two comments; `python -m tests.bench.scale` writes them there."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.bench.scale import cases
from tests.bench.scale.outcome import Outcome
from tests.bench.scale.table import (
    limit_table,
    main_table,
    measure_table,
    price_chart,
    profile_table,
    source_table,
    trouble_table,
)

DOCUMENT = Path(__file__).parents[3] / "docs" / "scale.md"


def tables(progress: Callable[[str], None]) -> dict[str, str]:
    """By the name in the document's comments."""
    pairs = cases.volumes()
    pictured = [case for pair in pairs for case in pair] + [cases.one_stamp()]

    @cache
    def run(case: cases.Case) -> Outcome:
        return case.run(progress)

    profiles, trouble, measures = cases.profiles(), cases.trouble(), cases.measures()
    seen, names = list(map(run, pictured)), [case.name for case in pictured]
    return {
        "limits": limit_table(),
        "sources": source_table(),
        "volumes": main_table(seen, names),
        "chart": price_chart(seen[:-1], names[:-1]),
        "measures": measure_table(measures, list(map(run, measures))),
        "profiles": profile_table(profiles, list(map(run, profiles))),
        "trouble": trouble_table(trouble, list(map(run, trouble))),
    }


def differences(printed: dict[str, str]) -> list[str]:
    """The tables that the document does not have like this."""
    text = DOCUMENT.read_text()
    return [name for name, table in printed.items() if f"{_begin(name)}\n{table}\n{END}" not in text]


def write(printed: dict[str, str]) -> None:
    text = DOCUMENT.read_text()
    for name, table in printed.items():
        place = re.compile(f"{re.escape(_begin(name))}\n.*?{re.escape(END)}", re.DOTALL)
        text = place.sub(lambda _, name=name, table=table: f"{_begin(name)}\n{table}\n{END}", text)
    DOCUMENT.write_text(text)


def table_of(name: str) -> list[list[str]]:
    """As the document has it, cell by cell, without the line under its head."""
    text = DOCUMENT.read_text().partition(f"{_begin(name)}\n")[2].partition(END)[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines()]
    return [rows[0], *rows[2:]]


END = "<!-- end -->"


def _begin(name: str) -> str:
    return f"<!-- simulated: {name} -->"
