"""Ask the models about a study."""

from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.models.analyses import AnalysisView
from shared.application.ports import Clock
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.analysis import Analysis
from shared.domain.audit import AuditLine
from shared.domain.values import DicomUid


class AnalyseStudy(Command[AnalysisView]):
    access = Permission.RUN_ANALYSES
    discloses = "analysis.request"

    organization_id: str
    study_uid: DicomUid


@handles(AnalyseStudy)
def analyse_study(
    command: AnalyseStudy, *, uow: UnitOfWork, studies: StudyDirectory, clock: Clock, actor: Actor
) -> AnalysisView:
    study = studies.get(command.organization_id, command.study_uid)
    partition = partitions.study(command.organization_id, command.study_uid)
    analyses = uow.of(Analysis, partition)
    latest = next(analyses.all(order="requested_at", descending=True, limit=1), None)
    if latest and not latest.is_finished:
        return AnalysisView.of(latest)  # pressed twice is asked once
    analysis = Analysis(
        study_instance_uid=command.study_uid, requested_by=actor.name, requested_at=clock.now()
    )
    analyses.add(analysis)
    line = AuditLine.of(actor, "analysis.request", command.study_uid, clock.now(), patient=study.patient.mrn)
    uow.of(AuditLine, partition).add(line)
    uow.then(
        FetchStudy(
            organization_id=command.organization_id, study_uid=command.study_uid, analysis_id=analysis.id
        )
    )
    uow.then(IndexStudy(organization_id=command.organization_id, study_uid=command.study_uid))
    uow.commit()
    return AnalysisView.of(analysis)
