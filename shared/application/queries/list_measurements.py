"""The measurements of a study: who saved which version when, which one counts, what was published."""

from shared.application.models.measurements import MeasurementsView
from shared.application.services.measurement_history import MeasurementHistory
from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.values import DicomUid


class ListMeasurements(Query[MeasurementsView]):
    access = Permission.READ_PATIENTS
    discloses = "measurements.view"

    organization_id: str
    study_uid: DicomUid


@handles(ListMeasurements)
def list_measurements(
    query: ListMeasurements, *, history: MeasurementHistory, studies: StudyDirectory
) -> MeasurementsView:
    studies.get(query.organization_id, query.study_uid)
    return history.show(query.organization_id, query.study_uid)
