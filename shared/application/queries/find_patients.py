"""Find the patient that carries a medical record number."""

from shared.application.ports import Clock
from shared.application.services.patient_images import PatientImages
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import NotFound
from shared.domain.patient import Patient
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.values import Mrn


class FindPatients(Query[list[Patient]]):
    access = Permission.READ_PATIENTS
    discloses = "patient.search"

    organization_id: str
    mrn: Mrn


@handles(FindPatients)
def find_patients(
    query: FindPatients, *, uow: UnitOfWork, images: PatientImages, clock: Clock
) -> list[Patient]:
    """One at most."""
    if seen := images.patient(query.organization_id, query.mrn):
        return [seen]
    if registered := uow.of(RegisteredPatient, partitions.patients(query.organization_id)).find(query.mrn):
        return [registered.as_patient(clock.now().date())]
    raise NotFound("No patient with this MRN.")
