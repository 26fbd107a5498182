"""One patient: as images name them, or as somebody has registered them."""

from shared.application.models.patients import PatientRow
from shared.application.ports import Clock
from shared.application.services.patient_images import PatientImages
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import NotFound
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.values import Mrn


class GetPatient(Query[PatientRow]):
    access = Permission.READ_PATIENTS
    discloses = "patient.view"

    organization_id: str
    mrn: Mrn


@handles(GetPatient)
def get_patient(query: GetPatient, *, uow: UnitOfWork, images: PatientImages, clock: Clock) -> PatientRow:
    registered = uow.of(RegisteredPatient, partitions.patients(query.organization_id)).find(query.mrn)
    row = PatientRow.of(registered, clock.now().date()) if registered else None
    if seen := images.patient(query.organization_id, query.mrn):
        since = row.registered_at if row else None
        by = row.registered_by if row else ""
        return PatientRow(patient=seen, origin="images", registered_by=by, registered_at=since)
    if row is None:
        raise NotFound("No patient with this MRN.")
    return row
