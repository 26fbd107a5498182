"""One use case, one commit."""

import contextlib
from collections.abc import Iterator
from typing import TypeGuard

from shared.application.models.audit import listings
from shared.application.outbox import Outgoing
from shared.application.ports import Change, Clock, Condition, Queue, RecordStore
from shared.application.services.audit_chains import AuditChains
from shared.core.mediator import Task
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.entity import Entity
from shared.domain.errors import DomainError, NotFound


class Repository[E: Entity]:
    """The entities of one kind in one partition, as if they were in memory."""

    def __init__(
        self, entity: type[E], partition: str, store: RecordStore, staged: list[tuple[Change, Entity]]
    ) -> None:
        self._entity, self._partition, self._store, self._staged = entity, partition, store, staged

    def find(self, id: str) -> E | None:
        record = self._store.get(self._partition, self._entity.kind, id)
        return None if record is None else self._entity.restore(record.body, record.etag)

    def get(self, id: str) -> E:
        entity = self.find(id)
        if entity is None:
            raise NotFound(f"There is no such {self._entity.kind}.")
        return entity

    def all(
        self,
        *where: Condition,
        order: str = "id",
        descending: bool = False,
        offset: int = 0,
        limit: int = 1000,
    ) -> Iterator[E]:
        undeclared = {order, *(c.field for c in where)} - self._entity.searchable - {"id"}
        if undeclared:
            raise LookupError(f"{self._entity.__name__} does not declare {undeclared} as searchable")
        for record in self._store.find(
            self._partition,
            self._entity.kind,
            where,
            order=order,
            descending=descending,
            offset=offset,
            limit=limit,
        ):
            yield self._entity.restore(record.body, record.etag)

    def count(self, *where: Condition) -> int:
        return self._store.count(self._partition, self._entity.kind, where)

    def add(self, entity: E) -> None:
        """Raises Conflict, at the commit, where its id is taken."""
        self._stage(Change("add", entity.kind, entity.id, entity.body()), entity)

    def save(self, entity: E) -> None:
        """Add what is new, replace what was read. Raises Stale, at the commit, where it has moved on."""
        if entity.etag is None:
            return self.add(entity)
        return self._stage(Change("replace", entity.kind, entity.id, entity.body(), entity.etag), entity)

    def remove(self, entity: E) -> None:
        self._stage(Change("remove", entity.kind, entity.id, {}, entity.etag), entity)

    def _stage(self, change: Change, entity: Entity) -> None:
        self._staged.append((change, entity))


class UnitOfWork:
    """Collects what a command changes; nothing leaves before the commit, and the commit is one partition."""

    def __init__(self, store: RecordStore, queue: Queue, clock: Clock, chains: AuditChains) -> None:
        self._store, self._queue, self._clock, self._chains = store, queue, clock, chains
        self._staged: dict[str, list[tuple[Change, Entity]]] = {}
        self._following: list[Task] = []

    def of[E: Entity](self, entity: type[E], partition: str) -> Repository[E]:
        return Repository(entity, partition, self._store, self._staged.setdefault(partition, []))

    def then(self, task: Task) -> None:
        """Have this done in the background once the commit has succeeded."""
        self._following.append(task)

    def commit(self) -> None:
        touched = {partition: staged for partition, staged in self._staged.items() if staged}
        if len(touched) != 1:
            raise RuntimeError(f"a command changes exactly one partition, not {sorted(touched)}")
        [(partition, staged)] = touched.items()
        lines = [entity for _, entity in staged if _is_line(entity)]
        following = [*self._following, *(task for line in lines for task in listings(line, partition))]
        outgoing = [Outgoing.of(task, self._clock.now()) for task in following]
        staged.extend((Change("add", o.kind, o.id, o.body()), o) for o in outgoing)
        self._write(partition, [(change, e) for change, e in staged if not _is_line(e)], lines)
        self._staged.clear()
        self._following.clear()
        deliver(partition, outgoing, self._store, self._queue)

    def _write(self, partition: str, staged: list[tuple[Change, Entity]], lines: list[AuditLine]) -> None:
        changes = [change for change, _ in staged]
        if lines:
            etags = self._chains.commit(partition, changes, lines)
        else:
            etags = self._store.commit(partition, changes)
        for (_, entity), etag in zip(staged, etags, strict=True):
            entity.etag = etag


def _is_line(entity: Entity) -> TypeGuard[AuditLine]:
    """An entry is a copy of one, and stands in no chain."""
    return isinstance(entity, AuditLine) and not isinstance(entity, AuditEntry)


def deliver(partition: str, outgoing: list[Outgoing], store: RecordStore, queue: Queue) -> None:
    """Send, then forget. What cannot be sent now stays in the store, where the sweep finds it."""
    with contextlib.suppress(DomainError):
        for message in outgoing:
            message.send(queue)
            store.commit(partition, [Change("remove", message.kind, message.id, {}, message.etag)])
