"""How far a fetch has come: told while it runs, beside the analysis, so that nobody's commit is disturbed."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import ClassVar

from shared.application.ports import Change, Clock, RecordStore
from shared.domain.entity import Entity
from shared.domain.errors import DomainError

EVERY = timedelta(milliseconds=500)


class Progress(Entity):
    """The record's id is the analysis's."""

    kind: ClassVar[str] = "progress"

    fetched: int
    total: int


class ProgressReporter:
    def __init__(self, store: RecordStore, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._told: datetime | None = None

    def tell(self, partition: str, analysis_id: str, fetched: int, total: int) -> None:
        """At most twice a second; a lost report does no harm."""
        now = self._clock.now()
        if self._told and now - self._told < EVERY:
            return
        self._told = now
        body = Progress(id=analysis_id, fetched=fetched, total=total).model_dump(mode="json")
        known = self._store.get(partition, Progress.kind, analysis_id)
        action, etag = ("replace", known.etag) if known else ("add", None)
        with suppress(DomainError):
            self._store.commit(partition, [Change(action, Progress.kind, analysis_id, body, etag)])

    def stop(self, partition: str, analysis_id: str) -> None:
        """Nothing is being fetched any more."""
        with suppress(DomainError):
            if known := self._store.get(partition, Progress.kind, analysis_id):
                self._store.commit(partition, [Change("remove", Progress.kind, analysis_id, {}, known.etag)])
