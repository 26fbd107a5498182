"""How long a PACS takes to begin an answer. What it was asked is told by kind: no UID, no address."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from time import perf_counter

from shared.core.measures import PACS
from shared.core.telemetry import SILENCE, listening, measured, span

WORDS = frozenset({
    "studies", "series", "instances", "frames", "metadata", "rendered", "thumbnail", "bulkdata",
})  # fmt: skip
OTHERS = "other"
NAME = "PACS"


def asked(path: str) -> AbstractContextManager[object]:
    return _asked(path) if listening() else SILENCE


@contextmanager
def _asked(path: str) -> Generator[None]:
    call, began, outcome = call_of(path), perf_counter(), "failed"
    try:
        with span(f"{NAME} {call}", "called", call=call):
            yield
        outcome = "answered"
    finally:
        measured(PACS, perf_counter() - began, call=call, outcome=outcome)


def call_of(path: str) -> str:
    """`studies/series/metadata` of /dicom-web/studies/1.2.3/series/4.5/metadata."""
    words = path.partition("?")[0].split("/")
    return "/".join(word for word in words if word in WORDS) or OTHERS
