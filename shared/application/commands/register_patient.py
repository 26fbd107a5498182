"""Register a patient whose images have not come yet."""

from datetime import date
from typing import Annotated

from pydantic import PastDate

from shared.application.models.patients import PatientRow
from shared.application.ports import Clock
from shared.application.services.patient_images import PatientImages
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.registered_patient import FullName, RegisteredPatient, Sex
from shared.domain.values import Mrn

TAKEN = "There is a patient with this MRN already."


class RegisterPatient(Command[PatientRow]):
    access = Permission.MANAGE_PATIENTS
    discloses = "patient.register"

    organization_id: str
    mrn: Mrn
    name: FullName
    birth_date: Annotated[date, PastDate] | None = None
    sex: Sex | None = None


@handles(RegisterPatient)
def register_patient(
    command: RegisterPatient, *, uow: UnitOfWork, images: PatientImages, clock: Clock, actor: Actor
) -> PatientRow:
    """Two at once: the record's id is the MRN, so one of them is refused."""
    if images.patient(command.organization_id, command.mrn):
        raise Conflict(TAKEN, "mrn-taken")
    now = clock.now()
    patient = RegisteredPatient(
        id=command.mrn,
        name=command.name,
        birth_date=command.birth_date,
        sex=command.sex,
        origin="registered",
        registered_by=actor.name,
        registered_at=now,
    )
    uow.of(RegisteredPatient, partitions.patients(command.organization_id)).add(patient)
    line = AuditLine.of(actor, "patient.register", command.mrn, now, patient=command.mrn)
    uow.of(AuditLine, partitions.patients(command.organization_id)).add(line)
    try:
        uow.commit()
    except Conflict as error:
        raise Conflict(TAKEN, "mrn-taken") from error
    return PatientRow.of(patient, now.date())
