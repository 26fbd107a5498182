"""Tells OpenTelemetry what is told of in shared/core/telemetry.py, and nothing beside it.

No library is instrumented: what instruments HTTP clients by itself writes down the addresses they call.
"""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, StatusCode, TraceFlags
from opentelemetry.trace import Span as Told

from shared.core.discretion import discreet, kind_of
from shared.core.measures import MEASURES, Measure
from shared.core.telemetry import SILENCE, Fact, Facts, Kind, Span
from shared.domain.errors import DomainError, Unavailable
from shared.infrastructure.opentelemetry.meters import meters

KINDS = {  # a request of ours would be counted twice: the functions host tells of it too
    "inside": SpanKind.INTERNAL,
    "received": SpanKind.CONSUMER,
    "called": SpanKind.CLIENT,
}


class OpenTelemetry:
    def __init__(self, traces: TracerProvider, metrics: MeterProvider) -> None:
        self._traces, self._metrics = traces, metrics
        self._tracer = traces.get_tracer("imagini")
        self._meters = meters(metrics.get_meter("imagini"), MEASURES)

    def trace(self, name: str, kind: Kind, parent: str, facts: Facts) -> AbstractContextManager[Span]:
        return self._within(name, kind, _remote(parent), facts)

    def span(self, name: str, kind: Kind, facts: Facts) -> AbstractContextManager[Span]:
        is_traced = trace.get_current_span().get_span_context().is_valid
        return self._within(name, kind, None, facts) if is_traced else SILENCE

    def note(self, facts: Facts) -> None:
        _Span(trace.get_current_span()).note(**facts)

    def measured(self, measure: Measure, value: float, facts: Facts) -> None:
        self._meters[measure](value, facts)

    def here(self) -> str:
        now = trace.get_current_span().get_span_context()
        if not now.is_valid:
            return ""
        return f"00-{now.trace_id:032x}-{now.span_id:016x}-{now.trace_flags:02x}"

    def since(self, moment: datetime) -> float:
        return max(0.0, (datetime.now(UTC) - moment).total_seconds())

    def close(self) -> None:
        self._traces.shutdown()
        self._metrics.shutdown()

    @contextmanager
    def _within(self, name: str, kind: Kind, context: Context | None, facts: Facts) -> Generator[Span]:
        with self._tracer.start_as_current_span(
            name, context, KINDS[kind], record_exception=False, set_status_on_exception=False
        ) as told:
            span = _Span(told)
            span.note(**facts)
            try:
                yield span
            except Exception as error:
                span.note(error=kind_of(error))
                if isinstance(error, Unavailable) or not isinstance(error, DomainError):
                    span.failed()
                raise


class _Span:
    """By its kind an error is told; its words may hold somebody's data."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def note(self, **facts: Fact) -> None:
        for name, value in facts.items() if self._told.is_recording() else ():
            said = discreet(value) if isinstance(value, str) else value
            self._told.set_attribute(f"imagini.{name}", said)

    def failed(self) -> None:
        self._told.set_status(StatusCode.ERROR)


def _remote(traceparent: str) -> Context:
    """A context of its own, so that nothing that happens to run here is taken for the parent."""
    try:
        _, trace_id, span_id, flags = traceparent.split("-")
        parent = SpanContext(int(trace_id, 16), int(span_id, 16), True, TraceFlags(int(flags, 16)))
    except ValueError:
        return Context()
    return trace.set_span_in_context(NonRecordingSpan(parent), Context())
