"""Note who was the first of the organization to look at a study: it is no longer unread."""

from contextlib import suppress

from shared.application.ports import Clock
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.errors import Conflict
from shared.domain.values import DicomUid
from shared.domain.worklist import Opening


class OpenStudy(Command[None]):
    access = Permission.READ_PATIENTS
    discloses = "study.open"

    organization_id: str
    study_uid: DicomUid


@handles(OpenStudy)
def open_study(
    command: OpenStudy, *, uow: UnitOfWork, studies: StudyDirectory, clock: Clock, actor: Actor
) -> None:
    study = studies.get(command.organization_id, command.study_uid)
    openings = uow.of(Opening, partitions.openings(command.organization_id, study.date))
    if openings.find(command.study_uid):
        return
    openings.add(Opening(id=command.study_uid, by=actor.name, at=clock.now()))
    with suppress(Conflict):  # somebody else opened it at the same moment
        uow.commit()
