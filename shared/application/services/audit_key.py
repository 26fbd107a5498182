"""The key that audit lines are sealed with: made once, and kept with the other secrets of an installation."""

import secrets as random
from datetime import datetime
from functools import cached_property
from typing import ClassVar

from shared.application.ports import Change, Clock, RecordStore, Secrets
from shared.domain.entity import Entity
from shared.domain.errors import Conflict, Unavailable
from shared.domain.partitions import AUDIT_KEYS


class AuditKeyName(Entity):
    """Which secret holds the key. There is one record: of two processes that begin together, one wins."""

    kind: ClassVar[str] = "audit-key"

    id: str = "key"
    secret: str
    made_at: datetime


class AuditKey:
    def __init__(self, store: RecordStore, secrets: Secrets, clock: Clock) -> None:
        self._store, self._secrets, self._clock = store, secrets, clock

    @property
    def value(self) -> bytes:
        return self._read

    @cached_property
    def _read(self) -> bytes:
        """Raises Unavailable where the secret is gone."""
        name = self._name() or self._made()
        secret = self._secrets.get(name.secret)
        if secret is None:
            raise Unavailable("The key of the audit is missing: nothing can be put on record.")
        return secret.encode()

    @property
    def made_at(self) -> datetime | None:
        """Since when there are chains."""
        name = self._name()
        return name and name.made_at

    def _name(self) -> AuditKeyName | None:
        record = self._store.get(AUDIT_KEYS, AuditKeyName.kind, "key")
        return AuditKeyName.restore(record.body, record.etag) if record else None

    def _made(self) -> AuditKeyName:
        name = AuditKeyName(secret=f"audit-{random.token_hex(8)}", made_at=self._clock.now())
        self._secrets.put(name.secret, random.token_hex(32))  # before the record that names it
        try:
            self._store.commit(AUDIT_KEYS, [Change("add", name.kind, name.id, name.body())])
        except Conflict:
            return self._name() or name
        return name
