"""Traces as people read them: a tree, with what each step took, and what was measured."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.local.traces import Traces, measured, read, summary, tree


def span(id: str, parent: str, name: str, began: float, seconds: float, **facts: object) -> dict[str, Any]:
    told: dict[str, Any] = {
        "span": id,
        "parent": parent,
        "name": name,
        "began": began,
        "seconds": seconds,
        "facts": facts,
    }
    return told | {"trace": "ab12", "part": "functions", "failed": name == "infer"}


SPANS = [
    span("2", "1", "fetch_study", 100.5, 1.25, queue="fetch-study", attempt=2),
    span("1", "elsewhere", "analyse_study", 100.0, 0.02),
    span("3", "2", "infer", 102.0, 2.0),
]
LEVEL = {"metric": "imagini.queue.oldest", "part": "functions", "facts": {"queue": "infer"}, "value": 61.0}
SPREAD = {"metric": "imagini.stage.duration", "part": "inference", "facts": {"stage": "infer"}}


@pytest.fixture
def traces(tmp_path: Path) -> Traces:
    spread = SPREAD | {"count": 2, "sum": 3.0, "min": 1.0, "max": 2.0}
    file = tmp_path / "traces.jsonl"
    lines = [json.dumps(line) for line in (*SPANS, LEVEL | {"value": 1.0}, LEVEL, spread)]
    file.write_text("\n".join([*lines, '{"half of a li']))
    return read(file)


def test_each_step_stands_below_what_it_is_part_of(traces: Traces) -> None:
    assert list(tree(traces.beginning("ab"))) == [
        "      took     after",
        "   20.0 ms    0.0 ms  analyse_study",
        "    1.25 s  500.0 ms    fetch_study  queue=fetch-study attempt=2",
        "    2.00 s    2.00 s      infer    FAILED",
    ]


def test_a_trace_is_told_in_a_line(traces: Traces) -> None:
    [spans] = traces.latest(having="fetch")

    assert traces.latest(having="nothing") == []
    assert summary(spans).split()[2:] == ["4.00", "s", "analyse_study", "3", "spans,", "1", "failed"]


def test_an_id_that_begins_no_trace_is_said_to(traces: Traces) -> None:
    with pytest.raises(LookupError, match="0 traces begin with 'ff'"):
        traces.beginning("ff")


def test_a_measurement_is_told_as_it_was_last(traces: Traces) -> None:
    oldest, stages = measured(traces.measures)

    assert oldest.split() == ["imagini.queue.oldest", "61", "queue=infer"]
    assert "2 times, 1.50 s on average, 2.00 s at most" in stages
