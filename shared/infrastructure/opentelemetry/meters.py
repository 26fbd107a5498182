"""One instrument for each measure."""

from collections.abc import Callable, Iterable, Mapping

from opentelemetry.metrics import Meter

from shared.core.measures import Measure
from shared.core.telemetry import Fact

type Tell = Callable[[float, Mapping[str, Fact]], None]
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600)


def meters(meter: Meter, measures: Iterable[Measure]) -> dict[Measure, Tell]:
    return {measure: _tell(meter, measure) for measure in measures}


def _tell(meter: Meter, measure: Measure) -> Tell:
    named = measure.name, measure.unit, measure.about
    match measure.kind:
        case "spread":
            return meter.create_histogram(*named, explicit_bucket_boundaries_advisory=SECONDS).record
        case "count":
            return meter.create_counter(*named).add
        case "level":
            return meter.create_gauge(*named).set
