"""One try at a message: it goes on with the trace that the message carries."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from time import perf_counter

from shared.core.measures import QUEUE_AGE, TASK
from shared.core.telemetry import SILENCE, Fact, Kind, Span, listening, measured, since, trace


class Try:
    """A span that knows how it went."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self.outcome = "done"

    def note(self, **facts: Fact) -> None:
        self._span.note(**facts)

    def failed(self) -> None:
        self.outcome = "failed"
        self._span.failed()


@contextmanager
def received(
    name: str, queue: str, parent: str, attempt: int, put: datetime | None, kind: Kind = "received"
) -> Generator[Span]:
    """`put`: when. Only the first time it is taken tells how long it had to wait."""
    if not listening():
        yield SILENCE
        return
    facts: dict[str, Fact] = {"queue": queue, "attempt": attempt}
    if put and attempt == 1:
        facts["waited"] = waited = since(put)
        measured(QUEUE_AGE, waited, queue=queue)
    began = perf_counter()
    with trace(name, kind, parent, **facts) as span:
        told = Try(span)
        try:
            yield told
        except Exception:
            told.outcome = "failed"
            raise
        finally:
            measured(TASK, perf_counter() - began, queue=queue, outcome=told.outcome)
