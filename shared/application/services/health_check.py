"""Asks each part of the platform something small, and how long it takes to answer."""

import time
from collections.abc import Callable

from shared.application.models.system import MeasuredPart
from shared.application.ports import Blobs, Inbox, ModelCatalogue, RecordStore, Secrets
from shared.domain.errors import DomainError
from shared.domain.partitions import ORGANIZATIONS


class HealthCheck:
    def __init__(
        self, records: RecordStore, blobs: Blobs, queues: Inbox, models: ModelCatalogue, secrets: Secrets
    ) -> None:
        self._records, self._blobs, self._queues = records, blobs, queues
        self._models, self._secrets = models, secrets

    def public(self) -> list[MeasuredPart]:
        return [
            _ask("records", lambda: self._records.get(ORGANIZATIONS, "organization", "health") and ""),
            _ask("blobs", lambda: self._blobs.stat("health") and ""),
            _ask("queues", lambda: f"{self._queues.length('infer')} waiting for a model"),
            _ask("models", lambda: ", ".join(f"{m.id} {m.version}" for m in self._models.all())),
        ]

    def complete(self) -> list[MeasuredPart]:
        return [*self.public(), _ask("secrets", lambda: self._secrets.get("health") and "")]


def _ask(name: str, question: Callable[[], object]) -> MeasuredPart:
    begun = time.perf_counter()
    try:
        detail, ok = str(question() or ""), True
    except DomainError as error:
        detail, ok = str(error), False
    spent = round(1000 * (time.perf_counter() - begun), 1)
    return MeasuredPart(name=name, status="ok" if ok else "down", detail=detail, milliseconds=spent)
