"""Who and when: what the modules of patient, study and series need to know."""

import uuid
from dataclasses import dataclass

NAMESPACE = uuid.UUID("5f0d6c1e-3b0a-5f0e-9d43-6e7a6d1b2c30")


def uid(*names: object) -> str:
    """A UID under 2.25 that is always the same for the same names."""
    return f"2.25.{uuid.uuid5(NAMESPACE, '/'.join(map(str, names))).int}"


@dataclass(frozen=True)
class Patient:
    name: str
    mrn: str
    birth: str
    sex: str


@dataclass(frozen=True)
class Study:
    patient: Patient
    date: str
    time: str
    description: str
    accession: str
    referring: str = "Whitfield^Nora^^Dr."
    number: str = "1"
    weight: str = "70"

    @property
    def uid(self) -> str:
        return uid(self.patient.mrn, self.date, self.time, self.description)


@dataclass(frozen=True)
class Series:
    study: Study
    number: int
    modality: str
    description: str
    body_part: str

    @property
    def uid(self) -> str:
        return uid(self.study.uid, self.number)
