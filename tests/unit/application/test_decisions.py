"""A radiologist decides each finding; the audit knows all of it. # I4"""

import pytest

from shared.application.commands.decide_finding import DecideFinding
from shared.application.commands.describe_finding import DescribeFinding
from shared.application.commands.sign_report import SignReport
from shared.application.commands.undo_decision import UndoDecision
from shared.application.queries.get_heatmap import GetHeatmap
from shared.application.queries.list_findings import ListFindings
from shared.core.mediator import Command
from shared.domain import partitions
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.finding import Finding, FindingStatus
from tests.builders import CLINIC, HOSPITAL, STRANGER, STUDY, finding, study_row
from tests.world import World

PARTITION = partitions.study(HOSPITAL, STUDY)
ID = finding().id
APPROVE = DecideFinding(organization_id=HOSPITAL, finding_id=ID, decision="approve")
DECLINE = DecideFinding(organization_id=HOSPITAL, finding_id=ID, decision="decline", reason="A rib.")
UNDO = UndoDecision(organization_id=HOSPITAL, finding_id=ID)
DESCRIBE = DescribeFinding(organization_id=HOSPITAL, finding_id=ID, description="Left lower lobe.")


@pytest.fixture
def read(world: World) -> World:
    """A study that a model has read."""
    world.source.keep(study_row())
    world.keep(PARTITION, finding())
    return world


def stored(world: World) -> Finding:
    return world.of(Finding, PARTITION).get(ID)


def audit(world: World) -> list[tuple[str, str]]:
    lines = world.of(AuditLine, PARTITION).all(order="at")
    return [(line.action, line.detail) for line in lines if line.target == ID and line.actor_id == "ada"]


def test_approving_is_kept_with_who_and_when(read: World) -> None:
    shown = read.send(APPROVE)

    assert (shown.status, shown.decided_by, shown.decided_at) == (
        FindingStatus.APPROVED,
        "Ada Lovelace",
        read.time.now(),
    )
    assert stored(read).status is FindingStatus.APPROVED


def test_declining_keeps_the_reason(read: World) -> None:
    assert read.send(DECLINE).reason == "A rib."
    assert stored(read).status is FindingStatus.DECLINED


def test_each_decision_leaves_its_own_audit_line(read: World) -> None:
    for command in (DECLINE, UNDO, APPROVE, DESCRIBE):
        read.send(command)
        read.time.passes(seconds=1)

    assert audit(read) == [
        ("finding.decline", "A rib."),
        ("finding.undo", ""),
        ("finding.approve", ""),
        ("finding.describe", ""),
    ]


def test_undoing_makes_it_undecided_again(read: World) -> None:
    read.send(DECLINE)

    assert read.send(UNDO).status is FindingStatus.UNDECIDED
    assert stored(read).reason is None


def test_a_refused_undo_leaves_no_audit_line(read: World) -> None:
    with pytest.raises(RuleBroken):
        read.send(UNDO)

    assert audit(read) == []


def test_a_finding_is_described_in_ones_own_words(read: World) -> None:
    read.send(DESCRIBE)

    [shown] = read.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))
    assert shown.description == "Left lower lobe."


@pytest.mark.parametrize("command", [DECLINE, UNDO, DESCRIBE], ids=lambda command: type(command).__name__)
def test_after_signing_nothing_can_be_decided_any_more(read: World, command: Command[object]) -> None:
    read.send(APPROVE)
    read.send(SignReport(organization_id=HOSPITAL, study_uid=STUDY))
    before = stored(read)

    with pytest.raises(RuleBroken, match="signed"):
        read.send(command)

    assert stored(read) == before
    assert audit(read) == [("finding.approve", "")]


@pytest.mark.parametrize("id", ["nonsense", f"{STUDY}_0000000000000000", f"1.9{ID.removeprefix(STUDY)}"])
def test_a_finding_that_is_not_there_cannot_be_decided(read: World, id: str) -> None:
    with pytest.raises(NotFound):
        read.send(DecideFinding(organization_id=HOSPITAL, finding_id=id, decision="approve"))


def test_a_finding_of_another_organization_does_not_exist(read: World) -> None:
    with pytest.raises(NotFound):
        read.send(APPROVE.model_copy(update={"organization_id": CLINIC}), STRANGER)
    with pytest.raises(NotFound):
        read.send(GetHeatmap(organization_id=CLINIC, finding_id=ID), STRANGER)


def test_a_heat_map_is_shown_where_there_is_one(world: World) -> None:
    world.kept.put("maps/1.png", b"PNG")
    world.keep(PARTITION, finding("Mass", heatmap="maps/1.png"), finding("Nodule"))
    mass, nodule = finding("Mass").id, finding("Nodule").id

    shown = world.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))
    assert {f.label: f.heatmap_url for f in shown} == {
        "Mass": f"/api/findings/{mass}/heatmap",
        "Nodule": None,
    }
    assert world.send(GetHeatmap(organization_id=HOSPITAL, finding_id=mass)) == b"PNG"
    with pytest.raises(NotFound, match="no heat map"):
        world.send(GetHeatmap(organization_id=HOSPITAL, finding_id=nodule))
