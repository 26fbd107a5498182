"""What telemetry tells, kept for a test to read: OpenTelemetry's own machinery, and a listener in memory."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from shared.core import telemetry
from shared.core.measures import Measure
from shared.infrastructure.opentelemetry.listener import OpenTelemetry

type Facts = dict[str, Any]


class Heard:
    def __init__(self) -> None:
        self._spans, self._reader = InMemorySpanExporter(), InMemoryMetricReader()
        traces = TracerProvider()
        traces.add_span_processor(SimpleSpanProcessor(self._spans))
        self.listener = OpenTelemetry(traces, MeterProvider([self._reader]))

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """In the order in which they ended."""
        return self._spans.get_finished_spans()

    def called(self, name: str) -> list[ReadableSpan]:
        return [span for span in self.spans if span.name == name]

    def measured(self, measure: Measure) -> list[Facts]:
        """The facts of each series of this measure, and its count or value."""
        data = self._reader.get_metrics_data()
        return [
            _facts(point) | {"is": getattr(point, "count", None) or getattr(point, "value", None)}
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == measure.name
            for point in metric.data.data_points
        ]

    def everything(self) -> str:
        data = self._reader.get_metrics_data()
        return "\n".join([*(span.to_json() for span in self.spans), data.to_json() if data else ""])


def _facts(point: Any) -> Facts:
    return dict(point.attributes)


def trace_of(span: ReadableSpan) -> str:
    context = span.get_span_context()
    assert context
    return f"{context.trace_id:032x}"


def facts_of(span: ReadableSpan) -> Facts:
    return {name.removeprefix("imagini."): value for name, value in (span.attributes or {}).items()}


@contextmanager
def hearing() -> Generator[Heard]:
    heard = Heard()
    telemetry.listen(heard.listener)
    try:
        yield heard
    finally:
        telemetry.listen(None)
        heard.listener.close()
