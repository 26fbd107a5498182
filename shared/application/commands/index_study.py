"""Bring the organization's worklist up to date with what is known of one study."""

from typing import ClassVar

from shared.application.services.study_directory import StudyDirectory
from shared.application.services.study_work import work_of
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Task, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import Conflict, Stale, Unavailable
from shared.domain.study import Study
from shared.domain.values import DicomUid
from shared.domain.worklist import Work, WorklistEntry

MOVED_ON = "The study has moved on meanwhile."


class IndexStudy(Task):
    """The state itself is read when this is handled, so order and repetition do not matter."""

    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "worklist"

    organization_id: str
    study_uid: DicomUid


@handles(IndexStudy)
def index_study(task: IndexStudy, *, uow: UnitOfWork, studies: StudyDirectory) -> None:
    entries = uow.of(WorklistEntry, partitions.worklist(task.organization_id))
    known = entries.find(task.study_uid)  # before the state: whoever is faster makes this one stale
    work = work_of(task.organization_id, task.study_uid, uow)
    if work == (known.work if known else Work()):
        return
    if known and work.is_done:
        entries.remove(known)
    else:
        study = _described(task, studies, known)
        entries.save(WorklistEntry.of(study, work, known.etag if known else None))
    try:
        uow.commit()
    except Conflict as error:  # somebody else was the first to enter it
        raise Stale(MOVED_ON) from error
    if work_of(task.organization_id, task.study_uid, uow) != work:
        raise Stale(MOVED_ON)  # who entered and removed it meanwhile knew better


def _described(task: IndexStudy, studies: StudyDirectory, known: WorklistEntry | None) -> Study:
    try:
        return studies.get(task.organization_id, task.study_uid)
    except Unavailable:
        if known is None:
            raise
        return known.study
