"""One press of Analyse, through all it may go through; every verb may come late or twice."""

from datetime import timedelta

import pytest

from shared.domain.analysis import Analysis, ModelRun, Status
from tests.builders import NOON, STUDY

LATER = NOON + timedelta(minutes=1)


def run(
    series: str, status: Status = Status.RUNNING, reason: str | None = None, findings: int = 0
) -> ModelRun:
    return ModelRun(
        series_instance_uid=series,
        model_id="chest",
        model_version="1",
        status=status,
        reason=reason,
        finding_count=findings,
    )


def analysis() -> Analysis:
    return Analysis(study_instance_uid=STUDY, requested_by="Ada Lovelace", requested_at=NOON)


def started(*runs: ModelRun) -> Analysis:
    begun = analysis()
    begun.start(list(runs), fetched=len(runs), now=NOON)
    return begun


def test_it_waits_in_the_queue_first() -> None:
    assert analysis().status is Status.QUEUED


def test_it_runs_while_a_model_has_not_answered() -> None:
    both = started(run("1"), run("2"))
    both.answer(run("1", Status.DONE), LATER)

    assert (both.status, both.finished_at) == (Status.RUNNING, None)


def test_it_is_done_when_the_last_model_has_answered() -> None:
    both = started(run("1"), run("2"))
    both.answer(run("1", Status.DONE, findings=2), NOON)
    both.answer(run("2", Status.DONE, findings=1), LATER)

    assert (both.status, both.finished_at, both.finding_count) == (Status.DONE, LATER, 3)


def test_one_good_answer_is_enough_to_be_done() -> None:
    mixed = started(run("1"), run("2"), run("3", Status.SKIPPED, "Not a chest."))
    mixed.answer(run("1", Status.FAILED, "Cannot decode."), NOON)
    mixed.answer(run("2", Status.DONE), NOON)

    assert (mixed.status, mixed.reason) == (Status.DONE, None)


def test_it_fails_with_the_reasons_of_the_models_where_none_has_succeeded() -> None:
    failed = started(run("1"), run("2", Status.SKIPPED, "Not a chest."))
    failed.answer(run("1", Status.FAILED, "Instance 1.2 cannot be decoded."), LATER)

    assert (failed.status, failed.finished_at) == (Status.FAILED, LATER)
    assert failed.reason == "Instance 1.2 cannot be decoded. Not a chest."


def test_it_is_skipped_with_the_reason_where_no_model_reads_such_a_study() -> None:
    skipped = started(
        run("1", Status.SKIPPED, "Reads DX, not CT."), run("2", Status.SKIPPED, "Reads DX, not CT.")
    )

    assert (skipped.status, skipped.reason, skipped.finished_at) == (
        Status.SKIPPED,
        "Reads DX, not CT.",
        NOON,
    )


def test_it_says_why_where_there_was_nothing_to_ask() -> None:
    empty = started()

    assert empty.status is Status.SKIPPED
    assert empty.reason


def test_waiting_for_the_source_shows_why_until_it_goes_on() -> None:
    waiting = analysis()
    waiting.wait("The PACS does not answer.")
    assert (waiting.status, waiting.reason) == (Status.QUEUED, "The PACS does not answer.")

    waiting.start([run("1")], fetched=3, now=NOON)
    assert (waiting.status, waiting.reason, waiting.fetched) == (Status.RUNNING, None, 3)


def test_an_answer_that_comes_twice_counts_once() -> None:
    both = started(run("1"), run("2"))
    both.answer(run("1", Status.DONE, findings=2), NOON)
    both.answer(run("1", Status.FAILED, "Delivered again."), LATER)

    assert [r.status for r in both.runs] == [Status.DONE, Status.RUNNING]
    assert both.finding_count == 2


def test_an_answer_of_a_model_that_was_not_asked_is_ignored() -> None:
    asked = started(run("1"))
    asked.answer(run("9", Status.DONE, findings=5), NOON)

    assert [r.series_instance_uid for r in asked.runs] == ["1"]
    assert asked.status is Status.RUNNING


@pytest.mark.parametrize("verb", ["answer", "fail"])
def test_what_has_finished_stays_as_it_is(verb: str) -> None:
    finished = started(run("1"))
    finished.answer(run("1", Status.DONE, findings=1), NOON)
    before = finished.model_dump()

    if verb == "answer":
        finished.answer(run("1", Status.FAILED, "Late."), LATER)
    else:
        finished.fail("Late.", LATER)

    assert finished.model_dump() == before


def test_giving_up_says_why_and_when() -> None:
    lost = analysis()
    lost.fail("The PACS does not answer.", LATER)

    assert (lost.status, lost.reason, lost.finished_at) == (Status.FAILED, "The PACS does not answer.", LATER)
