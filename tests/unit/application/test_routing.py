"""Which models read which series, and what is told where one does not. # H6"""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.record_result import ResultReady
from shared.application.models.analyses import AnalysisView
from shared.application.models.inference import InferSeries
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_findings import ListFindings
from shared.domain.analysis import Status
from shared.domain.model_manifest import Acceptance
from tests.builders import (
    HOSPITAL,
    STUDY,
    instance,
    manifest,
    result,
    series_row,
    study_row,
)
from tests.world import Models, World

ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)


def analyses(world: World) -> list[AnalysisView]:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))


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
    assert chest.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY)) == []
