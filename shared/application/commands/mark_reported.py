"""Note that a study whose report somebody has begun, through the API alone, is no longer unread."""

from contextlib import suppress

from shared.application.ports import Clock
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import Conflict
from shared.domain.report import Report
from shared.domain.values import DicomUid
from shared.domain.worklist import Opening


class MarkReported(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    organization_id: str
    study_uid: DicomUid


@handles(MarkReported)
def mark_reported(command: MarkReported, *, uow: UnitOfWork, studies: StudyDirectory, clock: Clock) -> None:
    reports = uow.of(Report, partitions.study(command.organization_id, command.study_uid))
    report = reports.find(command.study_uid)
    if report is None:
        return
    study = studies.get(command.organization_id, command.study_uid)
    openings = uow.of(Opening, partitions.openings(command.organization_id, study.date))
    if openings.find(command.study_uid):
        return
    openings.add(Opening(id=command.study_uid, by=report.updated_by or report.author or "", at=clock.now()))
    with suppress(Conflict):
        uow.commit()
