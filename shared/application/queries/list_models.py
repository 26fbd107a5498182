"""The models of this installation, for those who switch them on and off."""

from shared.application.models.models import ModelView
from shared.application.ports import ModelCatalogue
from shared.core.mediator import Query, handles
from shared.domain.access import Permission


class ListModels(Query[list[ModelView]]):
    access = Permission.CONFIGURE_ORGANIZATION


@handles(ListModels)
def list_models(query: ListModels, *, models: ModelCatalogue) -> list[ModelView]:  # noqa: ARG001
    return [ModelView.of(manifest) for manifest in models.all()]
