"""Begin anew an analysis that has been under way for too long."""

from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.analysis import LATE, Analysis
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound
from shared.domain.values import DicomUid


class RestartAnalysis(Command[None]):
    access = Permission.MANAGE_PLATFORM

    organization_id: str
    study_uid: DicomUid


@handles(RestartAnalysis)
def restart_analysis(command: RestartAnalysis, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    """Pressed twice it begins once: the second finds that it is not late any more."""
    partition = partitions.study(command.organization_id, command.study_uid)
    analyses = uow.of(Analysis, partition)
    latest = next(analyses.all(order="requested_at", descending=True, limit=1), None)
    if latest is None:
        raise NotFound("There is no such analysis.")
    if latest.is_finished or clock.now() - latest.begun_at < LATE:
        return
    latest.reopen(clock.now())
    analyses.save(latest)
    where = command.model_dump()
    line = AuditLine.of(actor, "analysis.restart", command.study_uid, clock.now(), **where)
    uow.of(AuditLine, partition).add(line)
    uow.then(FetchStudy(analysis_id=latest.id, **where))
    uow.then(IndexStudy(**where))
    uow.commit()
