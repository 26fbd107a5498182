"""Rewrite what is stored in an older shape (docs/migration-guide.md); reading upgrades as well."""

from shared.application.ports import Change, Record, RecordStore
from shared.application.services.scanning import every
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.entity import Entity
from shared.domain.errors import Stale


class MigrateRecords(Command[dict[str, int]]):
    access = Permission.MANAGE_PLATFORM

    kinds: tuple[str, ...] = ()  # none named: all


@handles(MigrateRecords)
def migrate_records(command: MigrateRecords, *, store: RecordStore) -> dict[str, int]:
    """How many records of each kind were rewritten."""
    known = [e for e in _entities(Entity) if e.is_rewritten]
    wanted = [e for e in known if e.kind in command.kinds or not command.kinds]
    return {entity.kind: _migrate(entity, store) for entity in wanted}


def _migrate(entity: type[Entity], store: RecordStore) -> int:
    old = (r for r in every(entity.kind, store) if r.body.get("schema_version", 1) != entity.schema_version())
    return sum(_rewrite(entity, store, record) for record in old)


def _rewrite(entity: type[Entity], store: RecordStore, record: Record) -> bool:
    body = entity.restore(record.body, record.etag).body()
    try:
        store.commit(record.partition, [Change("replace", record.kind, record.id, body, record.etag)])
    except Stale:
        return False  # somebody wrote it meanwhile, and so in today's shape
    return True


def _entities(base: type[Entity]) -> list[type[Entity]]:
    return [e for child in base.__subclasses__() for e in (child, *_entities(child))]
