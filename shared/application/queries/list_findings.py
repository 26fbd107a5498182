"""What the models saw in a study, the most probable first."""

from shared.application.models.analyses import FindingView
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.finding import Finding
from shared.domain.values import DicomUid


class ListFindings(Query[list[FindingView]]):
    access = Permission.READ_PATIENTS
    discloses = "findings.view"

    organization_id: str
    study_uid: DicomUid


@handles(ListFindings)
def list_findings(query: ListFindings, *, uow: UnitOfWork, studies: StudyDirectory) -> list[FindingView]:
    partition = partitions.study(query.organization_id, query.study_uid)
    findings = [
        FindingView.of(f) for f in uow.of(Finding, partition).all(order="probability", descending=True)
    ]
    if not findings:
        studies.get(query.organization_id, query.study_uid)  # none yet, or no such study
    return findings
