"""All studies of a patient, newest first."""

from shared.application.dicom.source import DicomSources, Search
from shared.application.models.dicom_rows import newest_first, study_of
from shared.application.ports import Clock
from shared.application.services.study_directory import STUDY_FIELDS
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Study
from shared.domain.values import Mrn


class ListPatientStudies(Query[list[Study]]):
    access = Permission.READ_PATIENTS

    organization_id: str
    mrn: Mrn


@handles(ListPatientStudies)
def list_patient_studies(query: ListPatientStudies, *, sources: DicomSources, clock: Clock) -> list[Study]:
    rows = sources.of(query.organization_id).search(
        Search("studies", {"00100020": query.mrn}, include=STUDY_FIELDS)
    )
    studies = [study_of(row, clock.now().date()) for row in rows]
    return newest_first(study for study in studies if study.patient.mrn == query.mrn)
