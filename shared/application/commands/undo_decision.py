"""Take a decision about a finding back."""

from shared.application.models.analyses import FindingView
from shared.application.services.open_findings import OpenFindings
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.finding import Finding


class UndoDecision(Command[FindingView]):
    access = Permission.DECIDE_FINDINGS
    discloses = "finding.undo"

    organization_id: str
    finding_id: str


@handles(UndoDecision)
def undo_decision(command: UndoDecision, *, open_findings: OpenFindings, actor: Actor) -> FindingView:
    return open_findings.change(
        command.organization_id, command.finding_id, actor, "finding.undo", Finding.undo
    )
