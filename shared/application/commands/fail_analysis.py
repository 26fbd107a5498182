"""Give an analysis up whose study could not be fetched, however often it was tried."""

from shared.application.commands.index_study import IndexStudy
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import Analysis, Status
from shared.domain.values import DicomUid


class FailAnalysis(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    organization_id: str
    study_uid: DicomUid
    analysis_id: str


@handles(FailAnalysis)
def fail_analysis(command: FailAnalysis, *, uow: UnitOfWork, clock: Clock) -> None:
    analyses = uow.of(Analysis, partitions.study(command.organization_id, command.study_uid))
    analysis = analyses.get(command.analysis_id)
    if analysis.status is not Status.QUEUED:
        return  # it went on after all
    last = analysis.reason or "The study could not be fetched."
    analysis.fail(f"{last} It was tried several times. Press Analyse to try again.", clock.now())
    analyses.save(analysis)
    uow.then(IndexStudy(organization_id=command.organization_id, study_uid=command.study_uid))
    uow.commit()
