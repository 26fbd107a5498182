"""Take a patient out of the register: never one about whom something was analysed or written."""

from shared.application.ports import Clock
from shared.application.services.patient_images import PatientImages
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.analysis import Analysis
from shared.domain.audit import AuditLine
from shared.domain.errors import RuleBroken
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.report import Report
from shared.domain.values import Mrn


class RemovePatient(Command[None]):
    access = Permission.MANAGE_PATIENTS
    discloses = "patient.remove"

    organization_id: str
    mrn: Mrn


@handles(RemovePatient)
def remove_patient(
    command: RemovePatient, *, uow: UnitOfWork, images: PatientImages, clock: Clock, actor: Actor
) -> None:
    patients = uow.of(RegisteredPatient, partitions.patients(command.organization_id))
    patient = patients.get(command.mrn)
    for study in images.studies(command.organization_id, command.mrn):
        _refuse_what_was_worked_on(study.study_instance_uid, command.organization_id, uow)
    patients.remove(patient)
    line = AuditLine.of(actor, "patient.remove", command.mrn, clock.now(), patient=command.mrn)
    uow.of(AuditLine, partitions.patients(command.organization_id)).add(line)
    uow.commit()


def _refuse_what_was_worked_on(study_uid: str, organization_id: str, uow: UnitOfWork) -> None:
    partition = partitions.study(organization_id, study_uid)
    if uow.of(Report, partition).count() or uow.of(Analysis, partition).count():
        raise RuleBroken("This patient has analyses or reports, and cannot be removed.", "patient-worked-on")
