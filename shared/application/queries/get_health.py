"""Which parts of the platform are up."""

from typing import Literal

from shared.application.services.health_check import HealthCheck
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.entity import Value
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
def get_health(query: GetHealth, *, check: HealthCheck) -> Health:  # noqa: ARG001
    parts = [Part(name=p.name, status=p.status, detail=p.detail) for p in check.public()]
    broken = any(part.status == "down" for part in parts)
    return Health(status="degraded" if broken else "ok", version=VERSION, parts=parts)
