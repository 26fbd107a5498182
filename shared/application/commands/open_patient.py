"""Enter into the register, or bring up to date there, a patient whose images somebody opens."""

from contextlib import suppress

from shared.application.ports import Clock
from shared.application.services.patient_images import PatientImages
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.errors import Conflict, NotFound
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.values import Mrn


class OpenPatient(Command[None]):
    access = Permission.READ_PATIENTS
    discloses = "patient.view"

    organization_id: str
    mrn: Mrn


@handles(OpenPatient)
def open_patient(
    command: OpenPatient, *, uow: UnitOfWork, images: PatientImages, clock: Clock, actor: Actor
) -> None:
    patients = uow.of(RegisteredPatient, partitions.patients(command.organization_id))
    known = patients.find(command.mrn)
    seen = images.patient(command.organization_id, command.mrn)
    if seen is None:
        if known is None:
            raise NotFound("No patient with this MRN.")
        return
    patient = known or RegisteredPatient(
        id=command.mrn,
        name="",
        origin="images",
        registered_by=actor.name,
        registered_at=clock.now(),
    )
    if not patient.learn(seen) and known:
        return
    patients.save(patient)
    with suppress(Conflict):  # somebody else opened them at the same moment
        uow.commit()
