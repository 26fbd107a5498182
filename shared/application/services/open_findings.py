"""Findings that may still be decided: those of a study whose report nobody has signed."""

from collections.abc import Callable

from shared.application.commands.index_study import IndexStudy
from shared.application.models.analyses import FindingView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.finding import Finding, study_uid_of
from shared.domain.report import Report


class OpenFindings:
    def __init__(self, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    def change(
        self,
        organization_id: str,
        finding_id: str,
        actor: Actor,
        action: str,
        change: Callable[[Finding], None],
    ) -> FindingView:
        """Apply, with its audit line. Raises NotFound; RuleBroken once the report is signed."""
        study_uid = study_uid_of(finding_id)
        partition = partitions.study(organization_id, study_uid)
        findings = self._uow.of(Finding, partition)
        finding = findings.get(finding_id)
        if report := self._uow.of(Report, partition).find(study_uid):
            report.must_be_open()
        change(finding)
        findings.save(finding)
        line = AuditLine.of(actor, action, finding_id, self._clock.now(), finding.reason or "")
        self._uow.of(AuditLine, partition).add(line)
        self._uow.then(IndexStudy(organization_id=organization_id, study_uid=study_uid))
        self._uow.commit()
        return FindingView.of(finding)
