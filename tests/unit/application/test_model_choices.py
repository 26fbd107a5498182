"""What an organization decides about models decides what becomes a finding. # E9 H6"""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.edit_organization import EditOrganization
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.record_result import ResultReady
from shared.application.models.analyses import AnalysisView
from shared.application.models.inference import InferSeries
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.list_models import ListModels
from shared.domain.access import PLATFORM
from shared.domain.analysis import Status
from shared.domain.errors import RuleBroken
from tests.builders import HOSPITAL, STUDY, result, seen
from tests.world import World

OPACITY = "Lung Opacity"
type Decided = dict[str, object]


def decide(world: World, **choice: object) -> None:
    edit = {"organization_id": HOSPITAL, "models": [{"model_id": "chest"} | choice]}
    world.send(EditOrganization.model_validate(edit), PLATFORM)


def believed_from(probability: float, label: str = OPACITY) -> Decided:
    return {"thresholds": [{"label": label, "probability": probability}]}


def analyse(world: World) -> AnalysisView:
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    world.work(FetchStudy)
    return latest(world)


def latest(world: World) -> AnalysisView:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))[0]


def found(world: World) -> list[str]:
    return [one.label for one in world.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))]


@pytest.fixture
def hospital(chest: World) -> World:
    chest.employ()
    return chest


def test_a_model_that_is_off_is_not_asked_and_that_is_said(hospital: World) -> None:
    decide(hospital, on=False)
    analysis = analyse(hospital)

    assert (analysis.status, analysis.reason) == (
        Status.SKIPPED,
        "Chest is switched off in your organization.",
    )
    assert hospital.queues.length(InferSeries.queue) == 0


def test_the_job_is_told_from_which_probability_on_a_label_counts(hospital: World) -> None:
    decide(hospital, **believed_from(0.2))
    analyse(hospital)

    [message] = hospital.queues.messages(InferSeries.queue)
    [threshold] = InferSeries.model_validate_json(message).thresholds
    assert (threshold.label, threshold.probability) == (OPACITY, 0.2)


@pytest.mark.parametrize(("threshold", "findings"), [(0.6, [OPACITY]), (0.61, [])])
def test_what_is_less_probable_than_the_organization_wants_is_no_finding(
    hospital: World, threshold: float, findings: list[str]
) -> None:
    analyse(hospital)
    decide(hospital, **believed_from(threshold))  # while the model is at work
    hospital.models_answer(result(seen(OPACITY, 0.605)))
    hospital.work(ResultReady)

    assert found(hospital) == findings
    assert (latest(hospital).status, latest(hospital).finding_count) == (Status.DONE, len(findings))


def test_what_a_model_says_after_it_was_switched_off_is_not_kept(hospital: World) -> None:
    analyse(hospital)
    decide(hospital, on=False)
    hospital.models_answer(result(seen(OPACITY, 0.9)))
    hospital.work(ResultReady)

    assert found(hospital) == []
    assert latest(hospital).status is Status.SKIPPED


@pytest.mark.parametrize(
    ("model", "label", "sentence"),
    [
        ("chess", OPACITY, "There is no model called chess."),
        ("chest", "Opacity", "The model chest has no label called Opacity."),
    ],
)
def test_a_typing_error_decides_nothing(hospital: World, model: str, label: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        decide(hospital, model_id=model, **believed_from(0.5, label))


def test_there_is_a_list_to_decide_from(hospital: World) -> None:
    [model] = hospital.send(ListModels(), PLATFORM)

    assert (model.id, [(label.name, label.threshold) for label in model.labels]) == (
        "chest",
        [(OPACITY, 0.5)],
    )
