"""Spans and measurements as JSON lines, which `./imagini traces` reads."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from opentelemetry.sdk.metrics.export import MetricExporter, MetricExportResult, MetricsData
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import INVALID_SPAN_CONTEXT


class Lines:
    """Function host and inference job append to one file: a line is one write."""

    def __init__(self, where: Path | TextIO) -> None:
        self._where = where

    def write(self, lines: Sequence[dict[str, Any]]) -> None:
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        if not isinstance(self._where, Path):
            self._where.write(text)
            return
        self._where.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._where, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, text.encode())
        finally:
            os.close(file)


class SpanLines(SpanExporter):
    def __init__(self, lines: Lines, part: str) -> None:
        self._lines, self._part = lines, part

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self._lines.write([_span(span, self._part) for span in spans])
        return SpanExportResult.SUCCESS


class MetricLines(MetricExporter):
    def __init__(self, lines: Lines, part: str) -> None:
        super().__init__()
        self._lines, self._part = lines, part

    def export(self, metrics_data: MetricsData, timeout_millis: float = 0, **_: object) -> MetricExportResult:  # noqa: ARG002
        self._lines.write([
            {"metric": metric.name, "part": self._part, "facts": dict(point.attributes or {})} | _value(point)
            for resource in metrics_data.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
            for point in metric.data.data_points
        ])  # fmt: skip
        return MetricExportResult.SUCCESS

    def force_flush(self, timeout_millis: float = 0) -> bool:  # noqa: ARG002
        return True

    def shutdown(self, timeout_millis: float = 0, **_: object) -> None: ...


def _span(span: ReadableSpan, part: str) -> dict[str, Any]:
    began, ended = span.start_time or 0, span.end_time or 0
    here = span.get_span_context() or INVALID_SPAN_CONTEXT
    return {
        "trace": f"{here.trace_id:032x}",
        "span": f"{here.span_id:016x}",
        "parent": f"{span.parent.span_id:016x}" if span.parent else "",
        "name": span.name,
        "part": part,
        "began": began / 1e9,
        "seconds": round((ended - began) / 1e9, 6),
        "failed": not span.status.is_ok and not span.status.is_unset,
        "facts": {name.removeprefix("imagini."): value for name, value in (span.attributes or {}).items()},
    }


def _value(point: Any) -> dict[str, Any]:
    if hasattr(point, "count"):
        return {"count": point.count, "sum": point.sum, "min": point.min, "max": point.max}
    return {"value": point.value}
