"""Correct who a registered patient is; what is not named stays as it is."""

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
from shared.domain.errors import RuleBroken
from shared.domain.registered_patient import FROM_IMAGES, FullName, RegisteredPatient, Sex
from shared.domain.values import Mrn

FIELDS = frozenset({"name", "birth_date", "sex"})


class EditPatient(Command[PatientRow]):
    access = Permission.MANAGE_PATIENTS
    discloses = "patient.edit"

    organization_id: str
    mrn: Mrn
    name: FullName = ""
    birth_date: Annotated[date, PastDate] | None = None
    sex: Sex | None = None


@handles(EditPatient)
def edit_patient(
    command: EditPatient, *, uow: UnitOfWork, images: PatientImages, clock: Clock, actor: Actor
) -> PatientRow:
    if images.patient(command.organization_id, command.mrn):
        raise RuleBroken(FROM_IMAGES, "patient-from-images")
    patients = uow.of(RegisteredPatient, partitions.patients(command.organization_id))
    patient = patients.get(command.mrn)
    changes = command.model_dump(include=set(FIELDS & command.model_fields_set))
    patient.correct(changes)
    patients.save(patient)
    line = AuditLine.of(
        actor, "patient.edit", command.mrn, clock.now(), ", ".join(sorted(changes)), patient=command.mrn
    )
    uow.of(AuditLine, partitions.patients(command.organization_id)).add(line)
    uow.commit()
    return PatientRow.of(patient, clock.now().date())
