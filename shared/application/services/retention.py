"""What sweeps of copies share: how long an organization keeps them, and which there are."""

from collections.abc import Iterator
from datetime import timedelta

from shared.application.ports import RecordStore
from shared.application.services.scanning import every
from shared.domain.entity import Entity
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS


def retention_of(organization_id: str, store: RecordStore) -> timedelta | None:
    """None: no limit. What is left of an organization that is gone goes too."""
    record = store.get(ORGANIZATIONS, Organization.kind, organization_id)
    if record is None:
        return timedelta(0)
    days = Organization.restore(record.body, record.etag).retention_days
    return None if days is None else timedelta(days=days)


def all_of[E: Entity](entity: type[E], store: RecordStore) -> Iterator[E]:
    """In order of their partitions."""
    for record in every(entity.kind, store):
        yield entity.restore(record.body, record.etag)
