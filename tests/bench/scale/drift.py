"""How far what the code asks of Azure has moved since parameters.py was written."""

from typing import NamedTuple

from tests.bench.scale import parameters as known
from tests.bench.scale.counting import Meter


class Drift(NamedTuple):
    worst: float  # share of the request units of a step
    lines: list[str]


def drift(meter: Meter) -> Drift:
    moved, lines = (
        [0.0],
        [f"{'':<18}{'RU then':>9}{'now':>9}{'requests':>10}{'now':>6}{'stored':>9}{'now':>8}"],
    )
    for name, step in known.STEPS.items():
        now = counted(meter, name)
        before, after = step.units + step.shared, now.units + now.shared
        moved.append(abs(after - before) / max(before, 1.0))
        asked, asks = (one.records + one.blobs + one.queue for one in (step, now))
        lines.append(
            f"{name:<18}{before:>9.1f}{after:>9.1f}{asked:>10}{asks:>6}{step.stored:>9,}{now.stored:>8,}"
        )
    return Drift(max(moved), lines)


def counted(meter: Meter, name: str) -> known.Step:
    """Of one message of it, where there were several."""
    step, messages = meter.steps[name], meter.messages.get(name, 1)
    own = step.ru["study"]
    return known.Step(
        units=round(own / messages, 1),
        shared=round((step.total_ru - own) / messages, 1),
        records=round(step.requests["records"] / messages),
        blobs=round(step.requests["blob"] / messages),
        writes=round(step.operations["blob PUT"] / messages),
        queue=round(step.requests["queue"] / messages),
        stored=round(step.stored / messages),
    )
