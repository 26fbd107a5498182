"""What `IMAGINI_TRACES` has written, as people read it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

type Line = dict[str, Any]
NOTED = ("organization", "queue", "attempt", "waited", "model", "status", "call", "error")  # beside a name


class Traces:
    def __init__(self, lines: list[Line]) -> None:
        self.measures = [line for line in lines if "metric" in line]
        self.traces: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            if "span" in line:
                self.traces[line["trace"]].append(line)

    def latest(self, having: str = "") -> list[list[Line]]:
        """The oldest first; `having`: with a span whose name holds this."""
        found = [spans for spans in self.traces.values() if any(having in span["name"] for span in spans)]
        return sorted(found, key=lambda spans: min(span["began"] for span in spans))

    def beginning(self, id: str) -> list[Line]:
        """The spans of the one trace whose id begins so. Raises LookupError."""
        found = [spans for trace, spans in self.traces.items() if trace.startswith(id)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} traces begin with {id!r}.")
        return found[0]


def read(file: Path) -> Traces:
    """A line that is being written is left out."""
    lines: list[Line] = []
    for text in file.read_text().splitlines():
        try:
            lines.append(json.loads(text))
        except ValueError:
            continue
    return Traces(lines)


def summary(spans: list[Line]) -> str:
    first = min(spans, key=lambda span: span["began"])
    failed = sum(span["failed"] for span in spans)
    told = f"{len(spans):>4} spans" + (f", {failed} failed" if failed else "")
    when = datetime.fromtimestamp(first["began"]).astimezone().strftime("%H:%M:%S")
    return f"{first['trace'][:8]}  {when}  {_length(spans):>9}  {first['name']:<28} {told}"


def tree(spans: list[Line]) -> Iterator[str]:
    """Each span under the one that it is part of, with what it took, and when it began within the whole."""
    known = {span["span"] for span in spans}
    below: dict[str, list[Line]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: span["began"]):
        below[span["parent"] if span["parent"] in known else ""].append(span)
    start = min(span["began"] for span in spans)
    yield f"{'took':>10} {'after':>9}"
    for root in below[""]:
        yield from _branch(root, below, start, 0)


def _branch(span: Line, below: dict[str, list[Line]], start: float, depth: int) -> Iterator[str]:
    noted = " ".join(f"{name}={_short(span['facts'][name])}" for name in NOTED if name in span["facts"])
    mark = "  FAILED" if span["failed"] else ""
    after = span["began"] - start
    name = f"{'  ' * depth}{span['name']}"
    yield f"{_time(span['seconds']):>10} {_time(after):>9}  {name}  {noted}{mark}".rstrip()
    for child in below[span["span"]]:
        yield from _branch(child, below, start, depth + 1)


def measured(lines: list[Line]) -> Iterator[str]:
    """What each was when it was last told."""
    last = {(line["metric"], line["part"], json.dumps(line["facts"], sort_keys=True)): line for line in lines}
    for (name, _, _), line in sorted(last.items()):
        facts = " ".join(f"{key}={value}" for key, value in line["facts"].items())
        yield f"{name:<24} {_measurement(line):<44} {facts}"


def _measurement(line: Line) -> str:
    if "count" not in line:
        return f"{line['value']:g}"
    mean = line["sum"] / (line["count"] or 1)
    return f"{line['count']} times, {_time(mean)} on average, {_time(line['max'])} at most"


def _length(spans: list[Line]) -> str:
    return _time(max(s["began"] + s["seconds"] for s in spans) - min(s["began"] for s in spans))


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _short(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)
