"""Findings, and what a radiologist may decide about them. # I4"""

import pytest

from shared.domain.errors import NotFound, RuleBroken
from shared.domain.finding import Finding, FindingStatus, ModelName, study_uid_of
from tests.builders import NOON, SERIES, STUDY, finding, manifest

MODEL = manifest().called


def test_a_finding_starts_undecided() -> None:
    assert finding().status is FindingStatus.UNDECIDED


def test_approving_says_who_and_when() -> None:
    seen = finding()
    seen.approve("Ada Lovelace", NOON)

    assert (seen.status, seen.decided_by, seen.decided_at) == (FindingStatus.APPROVED, "Ada Lovelace", NOON)


def test_declining_may_say_why() -> None:
    seen = finding()
    seen.decline("Ada Lovelace", NOON, "A rib.")

    assert (seen.status, seen.reason) == (FindingStatus.DECLINED, "A rib.")


def test_a_changed_mind_takes_the_old_reason_away() -> None:
    seen = finding()
    seen.decline("Ada Lovelace", NOON, "A rib.")
    seen.approve("Grace Hopper", NOON)

    assert (seen.status, seen.reason, seen.decided_by) == (FindingStatus.APPROVED, None, "Grace Hopper")


def test_undoing_leaves_no_trace_of_the_decision_but_keeps_the_description() -> None:
    seen = finding()
    seen.describe("Left lower lobe.")
    before = seen.model_dump()
    seen.decline("Ada Lovelace", NOON, "A rib.")
    seen.undo()

    assert seen.model_dump() == before


def test_what_has_not_been_decided_cannot_be_undone() -> None:
    with pytest.raises(RuleBroken):
        finding().undo()


def test_the_same_answer_of_a_model_is_the_same_finding() -> None:  # H2
    assert Finding.id_of(STUDY, SERIES, MODEL, "Mass") == Finding.id_of(STUDY, SERIES, MODEL, "Mass")


@pytest.mark.parametrize(
    "other",
    [
        (STUDY + ".1", SERIES, MODEL, "Mass"),
        (STUDY, SERIES + ".1", MODEL, "Mass"),
        (STUDY, SERIES, MODEL.model_copy(update={"id": "another"}), "Mass"),
        (STUDY, SERIES, MODEL.model_copy(update={"version": "2"}), "Mass"),
        (STUDY, SERIES, MODEL, "Nodule"),
    ],
    ids=["study", "series", "model", "version", "label"],
)
def test_another_answer_is_another_finding(other: tuple[str, str, ModelName, str]) -> None:
    assert Finding.id_of(*other) != Finding.id_of(STUDY, SERIES, MODEL, "Mass")


def test_a_finding_names_its_study() -> None:
    assert study_uid_of(finding().id) == STUDY


def test_an_id_that_names_no_study_names_no_finding() -> None:
    with pytest.raises(NotFound):
        study_uid_of("nonsense")
