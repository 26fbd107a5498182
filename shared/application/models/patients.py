"""Patients, as an organization's register shows them."""

from datetime import date, datetime
from typing import Literal, Self

from shared.domain.entity import Value
from shared.domain.patient import Patient
from shared.domain.registered_patient import RegisteredPatient


class PatientRow(Value):
    """`origin`: `images` where a PACS or the archive says who they are, and nobody here may."""

    patient: Patient
    origin: Literal["registered", "images"]
    registered_by: str
    registered_at: datetime | None  # None: seen in images, and not opened yet

    @classmethod
    def of(cls, registered: RegisteredPatient, today: date) -> Self:
        return cls(
            patient=registered.as_patient(today),
            origin=registered.origin,
            registered_by=registered.registered_by,
            registered_at=registered.registered_at,
        )


class PatientPage(Value):
    items: list[PatientRow]
    total: int  # of all pages
