"""An analysis whose study cannot be fetched: told, tried again, given up with the reason, never lost. # H6"""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fail_analysis import FailAnalysis
from shared.application.commands.fetch_study import FetchStudy
from shared.application.models.analyses import AnalysisView
from shared.application.queries.list_analyses import ListAnalyses
from shared.domain.access import PLATFORM
from shared.domain.analysis import Status
from shared.domain.errors import NotFound, Unavailable
from tests.builders import (
    HOSPITAL,
    STUDY,
    series_row,
    study_row,
)
from tests.world import SOON, World

ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)


def analyses(world: World) -> list[AnalysisView]:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))


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
