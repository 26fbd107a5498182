"""Patients as the images of an organization's source name them."""

from shared.application.dicom.source import DicomJson, DicomSources, Search
from shared.application.models.dicom_rows import newest_first, patient_of, study_of
from shared.application.ports import Clock
from shared.application.services.study_directory import STUDY_FIELDS
from shared.domain.patient import Patient
from shared.domain.study import Study


class PatientImages:
    def __init__(self, sources: DicomSources, clock: Clock) -> None:
        self._sources, self._clock = sources, clock

    def patient(self, organization_id: str, mrn: str) -> Patient | None:
        """By the newest study; None where there is no image of them. Raises Unavailable."""
        today = self._clock.now().date()
        found = (patient_of(row, today) for row in self._search(organization_id, mrn))
        return next((patient for patient in found if patient.mrn == mrn), None)

    def studies(self, organization_id: str, mrn: str) -> list[Study]:
        """Newest first. Raises Unavailable."""
        today = self._clock.now().date()
        studies = (study_of(row, today) for row in self._search(organization_id, mrn))
        return newest_first(study for study in studies if study.patient.mrn == mrn)

    def _search(self, organization_id: str, mrn: str) -> list[DicomJson]:
        search = Search("studies", {"00100020": mrn}, include=STUDY_FIELDS)
        return self._sources.of(organization_id).search(search)
