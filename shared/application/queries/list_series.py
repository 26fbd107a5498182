"""The series of a study, in order of their numbers."""

from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Series
from shared.domain.values import DicomUid


class ListSeries(Query[list[Series]]):
    access = Permission.READ_PATIENTS
    discloses = "study.view"

    organization_id: str
    study_uid: DicomUid


@handles(ListSeries)
def list_series(query: ListSeries, *, studies: StudyDirectory) -> list[Series]:
    return studies.series(query.organization_id, query.study_uid)
