"""All studies of a patient, newest first."""

from shared.application.services.patient_images import PatientImages
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Study
from shared.domain.values import Mrn


class ListPatientStudies(Query[list[Study]]):
    access = Permission.READ_PATIENTS
    discloses = "patient.studies"

    organization_id: str
    mrn: Mrn


@handles(ListPatientStudies)
def list_patient_studies(query: ListPatientStudies, *, images: PatientImages) -> list[Study]:
    return images.studies(query.organization_id, query.mrn)
