"""All that is measured. infra/dashboards and infra/alerts ask for these names; a test compares.

Facts tell them apart, each with a handful of values: queues, stages, models, operations, never organizations.
Whose PACS is slow, the traces tell.
"""

from typing import Literal, NamedTuple


class Measure(NamedTuple):
    name: str
    kind: Literal["spread", "count", "level"]
    unit: str
    about: str
    facts: frozenset[str]


def _measure(
    name: str, kind: Literal["spread", "count", "level"], unit: str, about: str, *facts: str
) -> Measure:
    return Measure(f"imagini.{name}", kind, unit, about, frozenset(facts))


HTTP = _measure(
    "http.duration", "spread", "s", "Until an answer begins", "operation", "method", "status_class"
)
QUEUE_AGE = _measure("queue.age", "spread", "s", "How long a message waited until it was taken", "queue")
QUEUE_OLDEST = _measure("queue.oldest", "level", "s", "How long the oldest message has waited", "queue")
QUEUE_LENGTH = _measure("queue.length", "level", "{message}", "Messages that wait", "queue")
TASK = _measure("task.duration", "spread", "s", "One try at a message", "queue", "outcome")
STAGE = _measure("stage.duration", "spread", "s", "A stage of an analysis", "stage")
MODEL = _measure("model.duration", "spread", "s", "A model at work on one image", "model", "version")
CACHE = _measure("cache", "count", "{look}", "Looks into a cache", "cache", "outcome")
PACS = _measure("pacs.duration", "spread", "s", "Until a PACS begins to answer", "call", "outcome")

MEASURES = (HTTP, QUEUE_AGE, QUEUE_OLDEST, QUEUE_LENGTH, TASK, STAGE, MODEL, CACHE, PACS)
