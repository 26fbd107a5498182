"""What happens, within what, and how long it takes: told to whoever listens. No vendor is known here.

Ambient, as logging is: a layer that says what it does need not be handed anything. Nobody listens until
`listen` is called; until then a call costs a fraction of a microsecond. What is told names our own code and
ids of work: never a patient, a study, a person, nor an address that somebody has asked for.
"""

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from time import perf_counter
from typing import Literal, Protocol

from shared.core.measures import STAGE, Measure

type Fact = str | int | float | bool
type Facts = Mapping[str, Fact]
type Kind = Literal["inside", "received", "called"]


class Span(Protocol):
    def note(self, **facts: Fact) -> None: ...

    def failed(self) -> None:
        """By our fault, or by that of something that we need."""
        ...


class Listener(Protocol):
    """`parent` is a W3C traceparent; what leads nowhere begins a trace of its own."""

    def trace(self, name: str, kind: Kind, parent: str, facts: Facts) -> AbstractContextManager[Span]: ...

    def span(self, name: str, kind: Kind, facts: Facts) -> AbstractContextManager[Span]:
        """Within what happens now; nothing where nothing is traced."""
        ...

    def note(self, facts: Facts) -> None: ...

    def measured(self, measure: Measure, value: float, facts: Facts) -> None: ...

    def here(self) -> str:
        """The traceparent of what happens now; empty where nothing is traced."""
        ...

    def since(self, moment: datetime) -> float:
        """Seconds from then to now."""
        ...

    def close(self) -> None:
        """Send what has not been sent yet."""
        ...


class Silence:
    """A span that nobody hears of."""

    def __enter__(self) -> "Silence":
        return self

    def __exit__(self, *_: object) -> None: ...

    def note(self, **facts: Fact) -> None: ...

    def failed(self) -> None: ...


SILENCE = Silence()
_listener: Listener | None = None


def listen(listener: Listener | None) -> None:
    """From now on, and in this process; None: no more."""
    global _listener  # noqa: PLW0603  as logging has its root
    _listener = listener


def listening() -> bool:
    return _listener is not None


def trace(name: str, kind: Kind, parent: str = "", **facts: Fact) -> AbstractContextManager[Span]:
    """Where something comes in: a request, a message, a timer."""
    return SILENCE if _listener is None else _listener.trace(name, kind, parent, facts)


def span(name: str, kind: Kind = "inside", **facts: Fact) -> AbstractContextManager[Span]:
    return SILENCE if _listener is None else _listener.span(name, kind, facts)


def note(**facts: Fact) -> None:
    """Of what happens now."""
    if _listener is not None:
        _listener.note(facts)


def measured(measure: Measure, value: float, **facts: Fact) -> None:
    if _listener is not None:
        _listener.measured(measure, value, facts)


@contextmanager
def stage(name: str, **facts: Fact) -> Generator[Span]:
    """A stage of an analysis: a span, and a measurement of how long it took."""
    if _listener is None:
        yield SILENCE
        return
    began = perf_counter()
    with _listener.span(name, "inside", facts) as told:
        yield told
    measured(STAGE, perf_counter() - began, stage=name)


def traceparent() -> str:
    return "" if _listener is None else _listener.here()


def since(moment: datetime) -> float:
    return 0.0 if _listener is None else _listener.since(moment)


def close() -> None:
    if _listener is not None:
        _listener.close()
