"""Which parts of the platform are up."""

from collections.abc import Callable
from typing import Literal

from shared.application.ports import Blobs, Inbox, ModelCatalogue, RecordStore
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.entity import Value
from shared.domain.errors import DomainError
from shared.domain.partitions import ORGANIZATIONS
from shared.settings import VERSION


class Part(Value):
    name: str
    status: Literal["ok", "down"]
    detail: str = ""


class Health(Value):
    status: Literal["ok", "degraded"]
    version: str
    parts: list[Part]


class GetHealth(Query[Health]):
    access = Permission.READ_STATUS


@handles(GetHealth)
def get_health(
    query: GetHealth,  # noqa: ARG001
    *,
    records: RecordStore,
    blobs: Blobs,
    queues: Inbox,
    models: ModelCatalogue,
) -> Health:
    parts = [
        _part("records", lambda: records.get(ORGANIZATIONS, "organization", "health") and ""),
        _part("blobs", lambda: blobs.stat("health") and ""),
        _part("queues", lambda: f"{queues.length('infer')} waiting for a model"),
        _part("models", lambda: ", ".join(f"{m.id} {m.version}" for m in models.all())),
    ]
    broken = any(part.status == "down" for part in parts)
    return Health(status="degraded" if broken else "ok", version=VERSION, parts=parts)


def _part(name: str, ask: Callable[[], object]) -> Part:
    try:
        return Part(name=name, status="ok", detail=str(ask() or ""))
    except DomainError as error:
        return Part(name=name, status="down", detail=str(error))
