"""Keep what was written, unless somebody else wrote meanwhile."""

from datetime import datetime, timedelta

from shared.application.commands.index_study import IndexStudy
from shared.application.models.report_view import NEW, VersionedReport
from shared.application.ports import Clock
from shared.application.services.report_desk import ReportDesk
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict, Stale
from shared.domain.report import Report, Sections
from shared.domain.values import DicomUid

QUIET = timedelta(minutes=5)  # in which autosave, every few seconds, is no news
MOVED_ON = "Somebody else has changed this report since you opened it. Compare before you save again."


class SaveReport(Command[VersionedReport]):
    access = Permission.WRITE_REPORTS
    discloses = "report.write"

    organization_id: str
    study_uid: DicomUid
    version: str  # the ETag of what was edited
    sections: Sections


@handles(SaveReport)
def save_report(
    command: SaveReport, *, uow: UnitOfWork, desk: ReportDesk, clock: Clock, actor: Actor
) -> VersionedReport:
    partition = partitions.study(command.organization_id, command.study_uid)
    report = desk.open(command.organization_id, command.study_uid)
    if (report.etag or NEW) != command.version:
        raise Stale(MOVED_ON)
    is_first = report.etag is None
    action = "report.draft" if is_first else "report.write"
    is_news = report.updated_by != actor.name or _is_quiet(report, clock.now())
    report.write(command.sections, actor.name, clock.now())
    uow.of(Report, partition).save(report)
    if is_news:
        uow.of(AuditLine, partition).add(AuditLine.of(actor, action, command.study_uid, clock.now()))
    if is_first:
        uow.then(IndexStudy(organization_id=command.organization_id, study_uid=command.study_uid))
    try:
        uow.commit()
    except Conflict as error:
        raise Stale(MOVED_ON) from error
    return desk.show(command.organization_id, report)


def _is_quiet(report: Report, now: datetime) -> bool:
    return report.updated_at is None or now - report.updated_at >= QUIET
