"""The worklist's tiles are what is stored, whatever happens to a study, and whenever it is told. # D3"""

from typing import Any

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.decide_finding import DecideFinding
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.mark_reported import MarkReported
from shared.application.commands.open_study import OpenStudy
from shared.application.commands.save_report import SaveReport
from shared.application.commands.sign_report import SignReport
from shared.application.models.inference import ResultReady
from shared.application.models.worklist import Worklist
from shared.application.queries.get_worklist import GetWorklist
from shared.application.services import study_work
from shared.application.services.study_directory import NEW
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.analysis import Analysis, Status
from shared.domain.errors import Stale, Unavailable
from shared.domain.finding import Finding
from shared.domain.report import Sections
from shared.domain.worklist import Work, WorklistEntry
from tests.builders import (
    CLINIC,
    HOSPITAL,
    NOON,
    STRANGER,
    STUDY,
    instance,
    result,
    seen,
    series_row,
    study_row,
)
from tests.world import World

SECOND = "1.2.4"


@pytest.fixture
def two(world: World) -> World:
    """A hospital with two chest X-rays; the second is newer."""
    world.source.keep(study_row(), [series_row()], [instance()])
    world.source.keep(study_row(SECOND, day="20260304"), [series_row("1.2.4.1")], [instance("1.2.4.1.1")])
    return world


def ask(world: World, show: str = "all", **more: Any) -> Worklist:
    return world.send(GetWorklist.model_validate({"organization_id": HOSPITAL, "show": show} | more))


def tiles(world: World) -> dict[str, int | None]:
    """What is not nothing."""
    world.work(IndexStudy)
    world.send(MarkReported(organization_id=HOSPITAL, study_uid=STUDY), PLATFORM)  # as the function does
    return {name: n for name, n in ask(world).tiles.model_dump(exclude={"looked_at"}).items() if n}


def studies(found: Worklist) -> list[str]:
    return [item.study.study_instance_uid for item in found.items]


def analyse(world: World, uid: str = STUDY) -> None:
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=uid))


def answered(world: World, *labels: str) -> None:
    world.work(FetchStudy)
    world.models_answer(result(*(seen(label) for label in labels)))
    world.work(ResultReady)


def first_finding(world: World) -> Finding:
    return next(world.of(Finding, partitions.study(HOSPITAL, STUDY)).all())


def write(world: World) -> None:
    sections = Sections(impression="Clear.")
    world.send(SaveReport(organization_id=HOSPITAL, study_uid=STUDY, version="new", sections=sections))


def test_what_nobody_has_opened_is_unread(two: World) -> None:
    assert tiles(two) == {"unread": 2}

    for _ in range(2):
        two.send(OpenStudy(organization_id=HOSPITAL, study_uid=STUDY))

    assert tiles(two) == {"unread": 1}
    assert studies(ask(two, "unread")) == [SECOND]
    assert [(item.unread, uid) for item, uid in zip(ask(two).items, studies(ask(two)), strict=True)] == [
        (True, SECOND),
        (False, STUDY),
    ]


def test_a_study_passes_from_tile_to_tile(two: World) -> None:
    analyse(two)
    assert tiles(two) == {"unread": 2, "waiting": 1}

    answered(two, "Lung Opacity", "Pneumonia")
    assert tiles(two) == {"unread": 2, "undecided": 1}
    [item] = ask(two, "undecided").items
    assert (item.study.study_instance_uid, item.undecided) == (STUDY, 2)
    assert item.study.patient.age is not None

    decide = DecideFinding(organization_id=HOSPITAL, finding_id=first_finding(two).id, decision="approve")
    two.send(decide)
    two.work(IndexStudy)
    assert ask(two, "undecided").items[0].undecided == 1

    write(two)
    assert tiles(two) == {"unread": 1, "undecided": 1, "drafts": 1}

    two.send(SignReport(organization_id=HOSPITAL, study_uid=STUDY, override_reason="Seen on the ward."))
    assert tiles(two) == {"unread": 1}
    assert two.of(WorklistEntry, partitions.worklist(HOSPITAL)).count() == 0


def test_a_failure_is_shown_with_its_reason_until_an_analysis_succeeds(two: World) -> None:
    analyse(two)
    two.work(FetchStudy)
    two.models_answer(result(outcome="failed", reason="The image is broken."))
    two.work(ResultReady)

    assert tiles(two) == {"unread": 2, "failures": 1}
    assert ask(two, "failures").items[0].failure == "The image is broken."

    two.time.passes(minutes=1)
    analyse(two)
    answered(two)
    assert tiles(two) == {"unread": 2}


@pytest.mark.parametrize("show", ["waiting", "undecided", "drafts", "failures"])
def test_a_tile_equals_the_stored_records_and_its_list(two: World, show: str) -> None:
    kept = {
        "waiting": Analysis(study_instance_uid=STUDY, requested_by="Ada", requested_at=NOON),
        "failures": Analysis(
            study_instance_uid=STUDY, requested_by="Ada", requested_at=NOON, status=Status.FAILED
        ),
    }
    if show in kept:
        two.keep(partitions.study(HOSPITAL, STUDY), kept[show])
    if show == "undecided":
        analyse(two)
        answered(two, "Lung Opacity")
    if show == "drafts":
        write(two)
    two.send(IndexStudy(organization_id=HOSPITAL, study_uid=STUDY), PLATFORM)

    found = ask(two, show)

    assert (found.tiles.model_dump()[show], found.total, studies(found)) == (1, 1, [STUDY])


def test_the_newest_work_comes_first_and_page_by_page(two: World) -> None:
    for uid in (STUDY, SECOND):
        analyse(two, uid)
    two.work(IndexStudy)

    assert studies(ask(two, "waiting")) == [SECOND, STUDY]
    assert studies(ask(two, "waiting", offset=1, limit=1)) == [STUDY]
    assert ask(two, "waiting", offset=1, limit=1).total == 2


def test_told_twice_or_late_it_is_entered_once_as_it_is(two: World) -> None:
    analyse(two)
    told = two.queues.messages(IndexStudy.queue)
    answered(two, "Lung Opacity")
    for message in [*told, *told]:
        two.send(IndexStudy.model_validate_json(message), PLATFORM)

    assert tiles(two) == {"unread": 2, "undecided": 1}


def test_who_was_overtaken_while_writing_has_it_done_again(
    two: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The study moves on between the look at it and the entry."""
    analyse(two)
    before = study_work.work_of(HOSPITAL, STUDY, two.unit_of_work())
    looks: list[Work] = [before]

    def slow_look(*given: Any) -> Work:
        return looks.pop() if looks else study_work.work_of(*given)

    answered(two)
    monkeypatch.setattr("shared.application.commands.index_study.work_of", slow_look)
    with pytest.raises(Stale):
        two.send(IndexStudy(organization_id=HOSPITAL, study_uid=STUDY), PLATFORM)

    assert tiles(two) == {"unread": 2}


def test_while_the_pacs_is_down_the_work_that_is_known_is_shown(two: World) -> None:
    analyse(two)
    two.work(IndexStudy)
    two.time.passes(minutes=2)
    two.source.trouble = "The PACS does not answer."

    found = ask(two, "waiting")

    assert (found.tiles.unread, found.tiles.waiting, found.problem) == (None, 1, "The PACS does not answer.")
    assert studies(found) == [STUDY]
    assert ask(two).items == []


def test_a_study_that_is_not_known_yet_waits_for_the_pacs(two: World) -> None:
    analyse(two)
    two.time.passes(minutes=2)
    two.source.trouble = "The PACS does not answer."

    with pytest.raises(Unavailable):
        two.send(IndexStudy(organization_id=HOSPITAL, study_uid=STUDY), PLATFORM)


def test_the_pacs_is_asked_for_its_newest_once_in_a_while(two: World) -> None:
    asked = two.source.searches
    for _ in range(3):
        ask(two)
    assert len([search for search in asked if not search.filters]) == 1

    two.time.passes(seconds=NEW.total_seconds())
    ask(two)
    assert len([search for search in asked if not search.filters]) == 2


def test_no_organization_sees_the_work_of_another(two: World) -> None:
    analyse(two)
    two.work(IndexStudy)

    found = two.send(GetWorklist(organization_id=CLINIC, show="waiting"), STRANGER)

    assert (found.items, found.tiles.waiting, found.tiles.unread) == ([], 0, 0)
