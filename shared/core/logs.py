"""One line for each thing that is logged: JSON where machines read it, text where people do.

It says in which trace it happened, and of an error its kind and its place: the words of errors that nobody
has foreseen may hold somebody's data.
"""

import json
import logging
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType

from shared.core.discretion import discreet, kind_of, told
from shared.core.telemetry import traceparent

PLACES = 12  # of a traceback: the last ones


class Lines(logging.Formatter):
    def __init__(self, *, readable: bool) -> None:
        super().__init__()
        self._write = _readable if readable else _json

    def format(self, record: logging.LogRecord) -> str:
        facts = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": discreet(record.getMessage()),
        }
        _, trace, span, *_ = [*traceparent().split("-"), "", "", ""]
        if trace:
            facts |= {"trace": trace, "span": span}
        if record.exc_info and record.exc_info[1]:
            facts |= _error(record.exc_info[1])
        return self._write(facts)


def write_lines(*, readable: bool) -> None:
    """All that is logged in this process, wherever it goes."""
    lines = Lines(readable=readable)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(lines)


def _json(facts: dict[str, str]) -> str:
    return json.dumps(facts, ensure_ascii=False)


def _readable(facts: dict[str, str]) -> str:
    trace = f" [{facts['trace'][:8]}]" if "trace" in facts else ""
    line = f"{facts['time'][11:23]} {facts['level']} {facts['logger']}{trace} {facts['message']}"
    return f"{line}\n{facts['error']}\n{facts['where']}" if "error" in facts else line


def _error(error: BaseException) -> dict[str, str]:
    words = f": {discreet(str(error))}" if told(error) else ""
    return {"error": f"{kind_of(error)}{words}", "where": _places(error.__traceback__)}


def _places(traceback: TracebackType | None) -> str:
    frames = extract_tb(traceback)[-PLACES:]
    return "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
