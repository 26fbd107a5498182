"""The analyses of a study, newest first."""

from shared.application.models.analyses import AnalysisView
from shared.application.services.progress import Progress
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import Analysis
from shared.domain.values import DicomUid


class ListAnalyses(Query[list[AnalysisView]]):
    access = Permission.READ_PATIENTS
    discloses = "analysis.view"

    organization_id: str
    study_uid: DicomUid


@handles(ListAnalyses)
def list_analyses(query: ListAnalyses, *, uow: UnitOfWork, studies: StudyDirectory) -> list[AnalysisView]:
    partition = partitions.study(query.organization_id, query.study_uid)
    analyses = list(uow.of(Analysis, partition).all(order="requested_at", descending=True))
    if not analyses:
        studies.get(query.organization_id, query.study_uid)  # none yet, or no such study
    progress = uow.of(Progress, partition)
    return [AnalysisView.of(a, None if a.is_finished else progress.find(a.id)) for a in analyses]
