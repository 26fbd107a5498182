"""Patients, found by their medical record number."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.edit_patient import EditPatient
    from shared.application.commands.open_patient import OpenPatient
    from shared.application.commands.register_patient import RegisterPatient
    from shared.application.commands.remove_patient import RemovePatient
    from shared.application.models.patients import PatientPage, PatientRow
    from shared.application.queries.find_patients import FindPatients
    from shared.application.queries.get_patient import GetPatient
    from shared.application.queries.list_patient_studies import ListPatientStudies
    from shared.application.queries.list_patients import ListPatients
    from shared.core.mediator import Send
    from shared.domain.patient import Patient
    from shared.domain.study import Study

patients = Resource("patients")


@patients.get("patients")
def find_patients(message: FindPatients, send: Send) -> list[Patient]:
    """Find the patient that carries a medical record number."""
    return send(message)


@patients.post("patients", status=HTTPStatus.CREATED)
def register_patient(message: RegisterPatient, send: Send) -> PatientRow:
    """Register a patient whose images have not come yet."""
    return send(message)


@patients.get("patient-register")
def list_patients(message: ListPatients, send: Send) -> PatientPage:
    """Those registered, and those once opened: searched, sorted and page by page."""
    return send(message)


@patients.get("patients/{mrn}")
def get_patient(message: GetPatient, send: Send) -> PatientRow:
    """One patient: as images name them, or as somebody has registered them."""
    return send(message)


@patients.patch("patients/{mrn}")
def edit_patient(message: EditPatient, send: Send) -> PatientRow:
    """Correct who a registered patient is; what is not named stays as it is."""
    return send(message)


@patients.delete("patients/{mrn}")
def remove_patient(message: RemovePatient, send: Send) -> None:
    """Take a patient out of the register: never one with analyses or reports."""
    send(message)


@patients.post("patients/{mrn}/opening")
def open_patient(message: OpenPatient, send: Send) -> None:
    """Enter a patient whose images somebody opens into the register."""
    send(message)


@patients.get("patients/{mrn}/studies")
def list_patient_studies(message: ListPatientStudies, send: Send) -> list[Study]:
    """All studies of a patient, newest first."""
    return send(message)
