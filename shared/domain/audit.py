"""Who did what to which patient's data: one append-only line, in the same commit as what it records."""

from datetime import datetime
from typing import ClassVar

from shared.domain.access import Actor
from shared.domain.entity import Entity


class AuditLine(Entity):
    kind: ClassVar[str] = "audit"
    searchable: ClassVar[frozenset[str]] = frozenset({"at", "actor_id", "action"})

    at: datetime
    actor_id: str
    actor_name: str
    action: str
    target: str
    detail: str = ""
    address: str = ""  # the IP address they called from, where it is known

    @classmethod
    def of(cls, actor: Actor, action: str, target: str, at: datetime, detail: str = "") -> "AuditLine":
        return cls(
            at=at,
            actor_id=actor.id,
            actor_name=actor.name,
            action=action,
            target=target,
            detail=detail,
            address=actor.address,
        )
