"""One study, as its source describes it."""

from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Study
from shared.domain.values import DicomUid


class GetStudy(Query[Study]):
    access = Permission.READ_PATIENTS
    discloses = "study.view"

    organization_id: str
    study_uid: DicomUid


@handles(GetStudy)
def get_study(query: GetStudy, *, studies: StudyDirectory) -> Study:
    return studies.get(query.organization_id, query.study_uid)
