"""Where it is told: Application Insights, a file of JSON lines, or the terminal."""

import os
import sys
from pathlib import Path

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

from shared.infrastructure.opentelemetry.lines import Lines, MetricLines, SpanLines
from shared.infrastructure.opentelemetry.listener import OpenTelemetry

CONSOLE = "console"
QUIET = {  # telemetry about the exporter, and its remote configuration: two more addresses to call
    "APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL": "true",
    "APPLICATIONINSIGHTS_SDKSTATS_DISABLED": "true",
    "APPLICATIONINSIGHTS_CONTROLPLANE_DISABLED": "true",
}


def to_lines(where: str, part: str) -> OpenTelemetry:
    """`where`: a file, or "console". Each span is written as it ends, so nothing waits to be sent."""
    lines = Lines(sys.stderr if where == CONSOLE else Path(where))
    traces = TracerProvider(sampler=ALWAYS_ON)
    traces.add_span_processor(SimpleSpanProcessor(SpanLines(lines, part)))
    reader = PeriodicExportingMetricReader(MetricLines(lines, part))
    return OpenTelemetry(traces, MeterProvider([reader]))


def to_application_insights(
    connection: str, part: str, ratio: float, *, with_identity: bool
) -> OpenTelemetry:
    """`with_identity`: as our managed identity; without, whoever knows the connection string may send."""
    os.environ.update({name: os.environ.get(name, value) for name, value in QUIET.items()})
    from azure.monitor.opentelemetry.exporter import (
        ApplicationInsightsSampler,
        AzureMonitorMetricExporter,
        AzureMonitorTraceExporter,
    )

    from shared.infrastructure.azure_service import credential

    options = {
        "connection_string": connection,
        "credential": credential() if with_identity else None,
        "disable_offline_storage": True,  # the disk of an instance goes with it
    }
    resource = _resource(part)
    traces = TracerProvider(sampler=ApplicationInsightsSampler(ratio), resource=resource)
    spans = AzureMonitorTraceExporter(
        **options, tracer_provider=traces
    )  # it would ask the global one, that of others
    traces.add_span_processor(BatchSpanProcessor(spans))
    reader = PeriodicExportingMetricReader(AzureMonitorMetricExporter(**options))
    return OpenTelemetry(traces, MeterProvider([reader], resource))


def _resource(part: str) -> Resource:
    return Resource({"service.name": part, "service.namespace": "imagini"})
