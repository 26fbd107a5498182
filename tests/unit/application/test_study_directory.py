"""The directory remembers what a source said, for a minute, so that a viewer may ask hundreds of times."""

import pytest

from shared.application.services import study_directory
from shared.application.services.study_directory import StudyDirectory
from shared.domain.errors import NotFound
from tests.builders import CLINIC, HOSPITAL, STUDY, study_row
from tests.world import World


@pytest.fixture
def directory(world: World) -> StudyDirectory:
    world.source.keep(study_row())
    return world.get(StudyDirectory)


def test_a_study_is_asked_for_once_a_minute(world: World, directory: StudyDirectory) -> None:
    for _ in range(100):
        directory.get(HOSPITAL, STUDY)
    assert len(world.source.searches) == 1

    world.time.passes(seconds=60)
    directory.get(HOSPITAL, STUDY)
    assert len(world.source.searches) == 2


def test_a_withdrawn_study_is_gone_within_a_minute(world: World, directory: StudyDirectory) -> None:
    directory.get(HOSPITAL, STUDY)
    world.source.forget(STUDY)

    world.time.passes(seconds=59)
    directory.get(HOSPITAL, STUDY)
    world.time.passes(seconds=1)
    with pytest.raises(NotFound):
        directory.get(HOSPITAL, STUDY)


def test_what_one_organization_knows_another_does_not(directory: StudyDirectory) -> None:
    directory.get(HOSPITAL, STUDY)

    with pytest.raises(NotFound):
        directory.get(CLINIC, STUDY)


def test_a_study_that_was_not_there_is_seen_as_soon_as_it_is(world: World, directory: StudyDirectory) -> None:
    with pytest.raises(NotFound):
        directory.get(HOSPITAL, "1.9")
    world.source.keep(study_row("1.9"))

    assert directory.get(HOSPITAL, "1.9").study_instance_uid == "1.9"


def test_a_forgotten_study_is_asked_for_again(world: World, directory: StudyDirectory) -> None:
    directory.get(HOSPITAL, STUDY)
    directory.forget(HOSPITAL, STUDY)
    directory.get(HOSPITAL, STUDY)

    assert len(world.source.searches) == 2


def test_only_so_many_studies_are_remembered_and_the_oldest_goes_first(
    world: World, directory: StudyDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_directory, "MOST", 2)
    for uid in ("1.1", "1.2", "1.3"):
        world.source.keep(study_row(uid))
        directory.get(HOSPITAL, uid)
    asked = len(world.source.searches)

    directory.get(HOSPITAL, "1.3")
    directory.get(HOSPITAL, "1.2")
    assert len(world.source.searches) == asked
    directory.get(HOSPITAL, "1.1")
    assert len(world.source.searches) == asked + 1


def test_a_source_that_answers_with_another_study_is_not_believed(
    world: World, directory: StudyDirectory
) -> None:
    world.source.obeys_filters = False

    with pytest.raises(NotFound):
        directory.get(HOSPITAL, "1.9")
