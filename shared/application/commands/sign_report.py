"""Sign a report: from then on it cannot change."""

from typing import Annotated

from pydantic import Field

from shared.application.commands.index_study import IndexStudy
from shared.application.models.report_view import VersionedReport
from shared.application.ports import Clock
from shared.application.services.report_desk import ReportDesk
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.finding import Finding, FindingStatus
from shared.domain.report import Report
from shared.domain.values import DicomUid


class SignReport(Command[VersionedReport]):
    access = Permission.WRITE_REPORTS
    discloses = "report.sign"

    organization_id: str
    study_uid: DicomUid
    override_reason: Annotated[str, Field(min_length=3, max_length=2000)] | None = None


@handles(SignReport)
def sign_report(
    command: SignReport, *, uow: UnitOfWork, desk: ReportDesk, clock: Clock, actor: Actor
) -> VersionedReport:
    partition = partitions.study(command.organization_id, command.study_uid)
    report = desk.open(command.organization_id, command.study_uid)
    findings = uow.of(Finding, partition)
    seen = list(findings.all())
    undecided = sum(finding.status is FindingStatus.UNDECIDED for finding in seen)
    report.sign(actor.name, clock.now(), undecided, command.override_reason)
    uow.of(Report, partition).save(report)
    for finding in seen:
        findings.save(finding)  # unchanged: whoever decides one meanwhile, or signs after that, is stale
    line = AuditLine.of(actor, "report.sign", command.study_uid, clock.now(), report.override_reason or "")
    uow.of(AuditLine, partition).add(line)
    uow.then(IndexStudy(organization_id=command.organization_id, study_uid=command.study_uid))
    uow.commit()
    return desk.show(command.organization_id, report)
