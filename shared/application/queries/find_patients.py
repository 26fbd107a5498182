"""Find the patient that carries a medical record number."""

from shared.application.dicom.source import DicomSources, Search
from shared.application.models.dicom_rows import patient_of
from shared.application.ports import Clock
from shared.application.services.study_directory import STUDY_FIELDS
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.errors import NotFound
from shared.domain.patient import Patient
from shared.domain.values import Mrn


class FindPatients(Query[list[Patient]]):
    access = Permission.READ_PATIENTS

    organization_id: str
    mrn: Mrn


@handles(FindPatients)
def find_patients(query: FindPatients, *, sources: DicomSources, clock: Clock) -> list[Patient]:
    rows = sources.of(query.organization_id).search(
        Search("studies", {"00100020": query.mrn}, include=STUDY_FIELDS)
    )
    found = [patient_of(row, clock.now().date()) for row in rows]
    exact = [
        patient for patient in found if patient.mrn == query.mrn
    ]  # newest study first: the newest name wins
    if not exact:
        raise NotFound("No patient with this MRN.")
    return exact[:1]
