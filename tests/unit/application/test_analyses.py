"""From the press of Analyse to findings, and all that may come between. # H2 H6"""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fail_analysis import FailAnalysis
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.record_result import ResultReady
from shared.application.models.analyses import AnalysisView
from shared.application.models.inference import InferSeries, SeriesIndex
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_findings import ListFindings
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.analysis import Status
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, Unavailable
from shared.domain.model_manifest import Acceptance
from tests.builders import (
    CLINIC,
    HOSPITAL,
    IMAGE,
    RADIOLOGIST,
    SERIES,
    STRANGER,
    STUDY,
    instance,
    manifest,
    result,
    seen,
    series_row,
    study_row,
)
from tests.world import SOON, Models, World

ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)
PARTITION = partitions.study(HOSPITAL, STUDY)


@pytest.fixture
def chest(world: World) -> World:
    world.source.keep(study_row(), [series_row()], [instance()])
    return world


def analyses(world: World) -> list[AnalysisView]:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))


def findings(world: World) -> list[str]:
    return [f.label for f in world.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))]


def test_a_press_of_analyse_becomes_findings(chest: World) -> None:
    asked = chest.send(ANALYSE)
    assert (asked.status, asked.requested_by) == (Status.QUEUED, "Ada Lovelace")

    chest.work(FetchStudy)
    [running] = analyses(chest)
    assert (running.status, running.fetched, running.total) == (Status.RUNNING, 1, 1)

    chest.models_answer(result(seen("Nodule", 0.7), seen("Mass", 0.9)))
    chest.work(ResultReady)
    [done] = analyses(chest)
    assert (done.id, done.status, done.finding_count) == (asked.id, Status.DONE, 2)
    assert findings(chest) == ["Mass", "Nodule"]  # the most probable first


def test_what_was_fetched_lies_in_blobs_that_the_message_names(chest: World) -> None:
    chest.send(ANALYSE)
    chest.work(FetchStudy)

    [message] = chest.queues.messages(InferSeries.queue)
    task = InferSeries.model_validate_json(message)
    index = SeriesIndex.model_validate_json(chest.kept.get(task.index))
    [image] = index.instances
    assert (task.model_id, task.series_uid, image.sop_instance_uid) == ("chest", SERIES, IMAGE)
    assert chest.kept.get(image.blob) == instance().data


def test_messages_carry_ids_and_nothing_about_the_patient(chest: World) -> None:
    chest.send(ANALYSE)
    fetching = chest.queues.messages(FetchStudy.queue)
    chest.work(FetchStudy)

    for message in fetching + chest.queues.messages(InferSeries.queue):
        assert "IYET5.0" not in message
        assert "COMUNIX" not in message


def test_a_press_of_analyse_leaves_an_audit_line(chest: World) -> None:
    chest.send(ANALYSE)

    [line] = chest.of(AuditLine, PARTITION).all()
    assert (line.actor_id, line.action, line.target) == (RADIOLOGIST.id, "analysis.request", STUDY)


def test_pressed_twice_is_one_analysis(chest: World) -> None:
    assert chest.send(ANALYSE).id == chest.send(ANALYSE).id
    assert chest.queues.length(FetchStudy.queue) == 1


def test_pressed_again_after_the_end_is_a_new_analysis_first_in_the_list(chest: World) -> None:
    first = chest.send(ANALYSE)
    chest.work(FetchStudy)
    chest.models_answer(result())
    chest.work(ResultReady)
    chest.time.passes(minutes=5)

    second = chest.send(ANALYSE)

    assert [one.id for one in analyses(chest)] == [second.id, first.id]


def test_a_study_of_another_organization_cannot_be_analysed(chest: World) -> None:
    with pytest.raises(NotFound):
        chest.send(AnalyseStudy(organization_id=CLINIC, study_uid=STUDY), STRANGER)
    assert chest.queues.length(FetchStudy.queue) == 0


def test_an_answer_delivered_three_times_is_one_set_of_findings(chest: World) -> None:  # H2
    chest.send(ANALYSE)
    chest.work(FetchStudy)
    [told] = chest.models_answer(result(seen("Mass", 0.9), seen("Nodule", 0.7)))

    for _ in range(3):
        chest.send(told, PLATFORM)

    assert findings(chest) == ["Mass", "Nodule"]
    assert analyses(chest)[0].finding_count == 2


def test_a_fetch_delivered_again_hands_nothing_over_twice(chest: World) -> None:
    asked = chest.send(ANALYSE)
    task = FetchStudy(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=asked.id)

    chest.send(task, PLATFORM)
    chest.send(task, PLATFORM)

    assert chest.queues.length(InferSeries.queue) == 1


def test_a_second_analysis_by_the_same_model_finds_the_same_findings(chest: World) -> None:
    for _ in range(2):
        chest.send(ANALYSE)
        chest.work(FetchStudy)
        chest.models_answer(result(seen("Mass", 0.9)))
        chest.work(ResultReady)
        chest.time.passes(minutes=1)

    assert findings(chest) == ["Mass"]


def test_while_the_source_is_down_the_analysis_says_so_and_the_queue_tries_again(chest: World) -> None:
    chest.send(ANALYSE)
    chest.source.trouble = "The PACS does not answer."

    with pytest.raises(Unavailable):
        chest.work(FetchStudy)

    [waiting] = analyses(chest)
    assert (waiting.status, waiting.reason) == (Status.QUEUED, "The PACS does not answer.")
    assert chest.queues.length(FetchStudy.queue) == 1  # not acknowledged

    chest.source.trouble = None
    chest.time.passes(seconds=SOON.total_seconds())
    chest.work(FetchStudy)
    [running] = analyses(chest)
    assert (running.status, running.reason) == (Status.RUNNING, None)


def test_a_series_that_vanished_is_no_success(chest: World) -> None:
    chest.source.keep(study_row("1.9"), [series_row("1.9.1")], [])
    asked = chest.send(AnalyseStudy(organization_id=HOSPITAL, study_uid="1.9"))

    with pytest.raises(NotFound):
        chest.work(FetchStudy)

    [waiting] = chest.send(ListAnalyses(organization_id=HOSPITAL, study_uid="1.9"))
    assert (waiting.id, waiting.status, bool(waiting.reason)) == (asked.id, Status.QUEUED, True)


def test_what_was_tried_in_vain_is_failed_with_its_reason_and_never_lost(chest: World) -> None:
    asked = chest.send(ANALYSE)
    chest.source.trouble = "The PACS refuses our password."
    with pytest.raises(Unavailable):
        chest.work(FetchStudy)

    chest.send(FailAnalysis(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=asked.id), PLATFORM)

    [failed] = analyses(chest)
    assert failed.status is Status.FAILED
    assert failed.finished_at == chest.time.now()
    assert failed.reason
    assert failed.reason.startswith("The PACS refuses our password.")


def test_giving_up_twice_is_giving_up(chest: World) -> None:
    asked = chest.send(ANALYSE)
    give_up = FailAnalysis(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=asked.id)
    chest.send(give_up, PLATFORM)
    [once] = analyses(chest)

    chest.time.passes(minutes=1)
    chest.send(give_up, PLATFORM)

    assert analyses(chest) == [once]


def test_a_late_poison_message_does_not_stop_what_is_already_running(chest: World) -> None:
    asked = chest.send(ANALYSE)
    chest.work(FetchStudy)

    chest.send(FailAnalysis(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=asked.id), PLATFORM)

    assert analyses(chest)[0].status is Status.RUNNING


def test_after_a_failure_it_can_be_asked_again(chest: World) -> None:
    asked = chest.send(ANALYSE)
    chest.send(FailAnalysis(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=asked.id), PLATFORM)
    chest.time.passes(minutes=1)

    assert chest.send(ANALYSE).id != asked.id


def test_a_series_that_no_model_reads_is_skipped_with_the_reason(world: World) -> None:
    world.source.keep(study_row(), [series_row(modality="CT")], [instance()])
    world.send(ANALYSE)
    world.work(FetchStudy)

    [skipped] = analyses(world)
    assert (skipped.status, skipped.reason) == (Status.SKIPPED, "Chest reads modality DX or CR, not CT.")
    assert world.queues.length(InferSeries.queue) == 0
    assert world.kept.names() == []  # nothing was copied for nobody


def test_each_model_says_for_each_series_whether_it_reads_it(world: World) -> None:
    hand = manifest(id="hand", name="Hand", acceptance=Acceptance(modalities=("DX",), body_parts=("HAND",)))
    world.installed = Models(manifest(), hand)
    world.source.keep(study_row(), [series_row("1.1"), series_row("1.2", t00180015="HAND")], [instance()])
    world.send(ANALYSE)
    world.work(FetchStudy)

    said = {(r.series_instance_uid, r.model_id): r.reason for r in analyses(world)[0].runs}
    assert said == {
        ("1.1", "chest"): None,
        ("1.1", "hand"): "Hand reads body part HAND, not CHEST.",
        ("1.2", "chest"): "Chest reads body part CHEST, not HAND.",
        ("1.2", "hand"): None,
    }
    assert world.queues.length(InferSeries.queue) == 2


def test_without_any_model_the_analysis_says_so(chest: World) -> None:
    chest.installed = Models()
    chest.send(ANALYSE)
    chest.work(FetchStudy)

    [skipped] = analyses(chest)
    assert skipped.status is Status.SKIPPED
    assert skipped.reason


@pytest.mark.parametrize(
    ("outcome", "status", "reason"),
    [
        ("refused", Status.SKIPPED, "This is not a chest X-ray."),
        ("failed", Status.FAILED, "Instance 1.2.3.4.5 cannot be decoded."),
    ],
)
def test_what_a_model_will_not_or_cannot_read_is_told_with_its_reason(
    chest: World, outcome: str, status: Status, reason: str
) -> None:
    chest.send(ANALYSE)
    chest.work(FetchStudy)
    chest.models_answer(result(outcome=outcome, reason=reason))
    chest.work(ResultReady)

    [told] = analyses(chest)
    assert (told.status, told.reason, told.runs[0].reason) == (status, reason, reason)
    assert findings(chest) == []


def test_a_study_without_analyses_has_none_and_an_unknown_study_does_not_exist(chest: World) -> None:
    assert analyses(chest) == []
    assert findings(chest) == []
    for query in (ListAnalyses, ListFindings):
        with pytest.raises(NotFound):
            chest.send(query(organization_id=HOSPITAL, study_uid="1.9"))
