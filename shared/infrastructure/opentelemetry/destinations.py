"""Where it is told: Application Insights, a file of JSON lines, or the terminal."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON, Sampler

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
    reader = PeriodicExportingMetricReader(MetricLines(lines, part))
    return _listener(part, [SimpleSpanProcessor(SpanLines(lines, part))], reader, ALWAYS_ON)


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
    spans = BatchSpanProcessor(AzureMonitorTraceExporter(**options))
    reader = PeriodicExportingMetricReader(AzureMonitorMetricExporter(**options))
    return _listener(part, [spans], reader, ApplicationInsightsSampler(ratio))


def _listener(
    part: str, spans: Sequence[SpanProcessor], reader: PeriodicExportingMetricReader, sampler: Sampler
) -> OpenTelemetry:
    resource = Resource({"service.name": part, "service.namespace": "imagini"})
    traces = TracerProvider(sampler=sampler, resource=resource)
    for processor in spans:
        traces.add_span_processor(processor)
    return OpenTelemetry(traces, MeterProvider([reader], resource))
