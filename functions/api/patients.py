"""Patients, found by their medical record number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.queries.find_patients import FindPatients
    from shared.application.queries.list_patient_studies import ListPatientStudies
    from shared.core.mediator import Send
    from shared.domain.patient import Patient
    from shared.domain.study import Study

patients = Resource("patients")


@patients.get("patients")
def find_patients(message: FindPatients, send: Send) -> list[Patient]:
    """Find the patient that carries a medical record number."""
    return send(message)


@patients.get("patients/{mrn}/studies")
def list_patient_studies(message: ListPatientStudies, send: Send) -> list[Study]:
    """All studies of a patient, newest first."""
    return send(message)
