"""Approve or decline what a model saw."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.analyses import FindingView
from shared.application.ports import Clock
from shared.application.services.open_findings import OpenFindings
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.finding import Finding


class DecideFinding(Command[FindingView]):
    access = Permission.DECIDE_FINDINGS
    discloses = "finding.decide"

    organization_id: str
    finding_id: str
    decision: Literal["approve", "decline"]
    reason: Annotated[str, Field(max_length=2000)] | None = None


@handles(DecideFinding)
def decide_finding(
    command: DecideFinding, *, open_findings: OpenFindings, clock: Clock, actor: Actor
) -> FindingView:
    def decide(finding: Finding) -> None:
        if command.decision == "approve":
            finding.approve(actor.name, clock.now())
        else:
            finding.decline(actor.name, clock.now(), command.reason)

    action = f"finding.{command.decision}"
    return open_findings.change(command.organization_id, command.finding_id, actor, action, decide)
