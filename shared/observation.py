"""Who is told what happens: as the settings say. Where they say nothing, nothing is imported."""

from shared.core.logs import write_lines
from shared.core.telemetry import Listener, listen
from shared.settings import Settings


def observe(settings: Settings, part: str) -> None:
    """From now on. `part`: which program of ours this is. With Application Insights, machines read logs."""
    if settings.insights:
        write_lines(readable=False)
    listen(_listener(settings, part))


def _listener(settings: Settings, part: str) -> Listener | None:
    """A file or the terminal comes before Application Insights."""
    if settings.traces:
        from shared.infrastructure.opentelemetry.destinations import to_lines

        return to_lines(settings.traces, part)
    if settings.insights:
        from shared.infrastructure.opentelemetry.destinations import to_application_insights

        identity, ratio = bool(settings.insights_identity), settings.trace_ratio
        return to_application_insights(settings.insights, part, ratio, with_identity=identity)
    return None
