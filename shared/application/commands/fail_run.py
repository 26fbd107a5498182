"""Give a model's answer up that could not be recorded, however often it was tried."""

from shared.application.commands.index_study import IndexStudy
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.domain.values import DicomUid

REASON = (
    "The answer of the model could not be recorded. It was tried several times. Press Analyse to try again."
)


class FailRun(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    organization_id: str
    study_uid: DicomUid
    series_uid: DicomUid
    analysis_id: str
    model_id: str
    model_version: str


@handles(FailRun)
def fail_run(command: FailRun, *, uow: UnitOfWork, clock: Clock) -> None:
    analyses = uow.of(Analysis, partitions.study(command.organization_id, command.study_uid))
    analysis = analyses.get(command.analysis_id)
    if analysis.is_finished:
        return
    failed = ModelRun(
        series_instance_uid=command.series_uid,
        model_id=command.model_id,
        model_version=command.model_version,
        status=Status.FAILED,
        reason=REASON,
    )
    analysis.answer(failed, clock.now())
    analyses.save(analysis)
    uow.then(IndexStudy(organization_id=command.organization_id, study_uid=command.study_uid))
    uow.commit()
