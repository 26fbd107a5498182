"""From the press of Analyse to findings, and all that may come between. # H2 H6"""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
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
from shared.domain.errors import NotFound
from tests.builders import (
    CLINIC,
    HOSPITAL,
    IMAGE,
    RADIOLOGIST,
    SERIES,
    STRANGER,
    STUDY,
    instance,
    result,
    seen,
)
from tests.world import World

ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)
PARTITION = partitions.study(HOSPITAL, STUDY)


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


def test_a_study_without_analyses_has_none_and_an_unknown_study_does_not_exist(chest: World) -> None:
    assert analyses(chest) == []
    assert findings(chest) == []
    with pytest.raises(NotFound):
        chest.send(ListAnalyses(organization_id=HOSPITAL, study_uid="1.9"))
    with pytest.raises(NotFound):
        chest.send(ListFindings(organization_id=HOSPITAL, study_uid="1.9"))
