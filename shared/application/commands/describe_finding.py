"""Put a finding into the radiologist's own words."""

from typing import Annotated

from pydantic import Field

from shared.application.models.analyses import FindingView
from shared.application.services.open_findings import OpenFindings
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission


class DescribeFinding(Command[FindingView]):
    access = Permission.DECIDE_FINDINGS
    discloses = "finding.describe"

    organization_id: str
    finding_id: str
    description: Annotated[str, Field(max_length=10_000)]


@handles(DescribeFinding)
def describe_finding(command: DescribeFinding, *, open_findings: OpenFindings, actor: Actor) -> FindingView:
    return open_findings.change(
        command.organization_id,
        command.finding_id,
        actor,
        "finding.describe",
        lambda finding: finding.describe(command.description),
    )
