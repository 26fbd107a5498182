"""Where in the image a model looked: a PNG to lay over it."""

from shared.application.ports import Blobs
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import NotFound
from shared.domain.finding import Finding, study_uid_of


class GetHeatmap(Query[bytes]):
    access = Permission.READ_PATIENTS
    discloses = "heatmap.view"

    organization_id: str
    finding_id: str


@handles(GetHeatmap)
def get_heatmap(query: GetHeatmap, *, uow: UnitOfWork, blobs: Blobs) -> bytes:
    partition = partitions.study(query.organization_id, study_uid_of(query.finding_id))
    finding = uow.of(Finding, partition).get(query.finding_id)
    if finding.heatmap is None:
        raise NotFound("This finding has no heat map.")
    return blobs.get(finding.heatmap)
