"""How the platform is: its parts, how fast they answer, and which versions of what run."""

import platform

from shared.application.models.system import InstalledModel, RecordShape, System
from shared.application.ports import ModelCatalogue
from shared.application.services.health_check import HealthCheck
from shared.application.services.record_kinds import record_kinds
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.errors import DomainError
from shared.settings import VERSION


class GetSystem(Query[System]):
    access = Permission.MANAGE_PLATFORM


@handles(GetSystem)
def get_system(query: GetSystem, *, check: HealthCheck, models: ModelCatalogue) -> System:  # noqa: ARG001
    parts = check.complete()
    return System(
        status="degraded" if any(part.status == "down" for part in parts) else "ok",
        parts=parts,
        version=VERSION,
        python=platform.python_version(),
        shapes=[RecordShape(kind=k, version=e.schema_version()) for k, e in record_kinds().items()],
        models=_installed(models),
    )


def _installed(models: ModelCatalogue) -> list[InstalledModel]:
    """None where a manifest is wrong: the parts say so."""
    try:
        shown = InstalledModel.model_fields.keys()
        return [InstalledModel(**model.model_dump(include=set(shown))) for model in models.all()]
    except DomainError:
        return []
