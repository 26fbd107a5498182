"""What the models saw, and what radiologists decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.decide_finding import DecideFinding
    from shared.application.commands.describe_finding import DescribeFinding
    from shared.application.commands.undo_decision import UndoDecision
    from shared.application.models.analyses import FindingView
    from shared.application.queries.get_heatmap import GetHeatmap
    from shared.application.queries.list_findings import ListFindings
    from shared.core.mediator import Send

findings = Resource("findings")


@findings.get("studies/{study_uid}/findings")
def list_findings(message: ListFindings, send: Send) -> list[FindingView]:
    """What the models saw in a study, the most probable first."""
    return send(message)


@findings.post("findings/{finding_id}/decision")
def decide_finding(message: DecideFinding, send: Send) -> FindingView:
    """Approve or decline a finding."""
    return send(message)


@findings.delete("findings/{finding_id}/decision")
def undo_decision(message: UndoDecision, send: Send) -> FindingView:
    """Take the decision about a finding back."""
    return send(message)


@findings.patch("findings/{finding_id}")
def describe_finding(message: DescribeFinding, send: Send) -> FindingView:
    """Put a finding into one's own words."""
    return send(message)


@findings.get("findings/{finding_id}/heatmap", media="image/png")
def get_heatmap(message: GetHeatmap, send: Send) -> bytes:
    """Where in the image the model looked, as a transparent PNG to lay over it."""
    return send(message)
