"""What was fetched for models does not stay for ever, and is fetched again where it is wanted."""

from collections.abc import Iterator

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.edit_organization import EditOrganization
from shared.application.commands.evict_fetched_series import EvictFetchedSeries
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.note_failure import NoteFailure
from shared.application.commands.record_result import ResultReady
from shared.application.commands.rerun_task import RerunTask
from shared.application.dicom.source import InstanceFile
from shared.application.models.inference import InferSeries
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_failures import ListFailures
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.analysis import Status
from shared.domain.errors import Unavailable
from tests.builders import HOSPITAL, STUDY, result, seen
from tests.memory_source import MemorySource
from tests.world import World

ROOM = 1 << 30  # bytes
GRACE = Actor(id="grace", name="Grace Hopper", role=Role.APP_ADMIN)
ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)


@pytest.fixture
def hospital(chest: World) -> World:
    chest.send(CreateOrganization(name=HOSPITAL), PLATFORM)
    return chest


def fetched(world: World) -> list[str]:
    """Beside them lie what the models of the tests say."""
    return [name for name in world.kept.names() if "/fetched/" in name and ".chest." not in name]


def analysed(world: World) -> None:
    """To the end."""
    world.send(ANALYSE)
    world.work(FetchStudy)
    world.models_answer(result(seen()))
    world.work(ResultReady)


def evicted(world: World, most: int = ROOM) -> int:
    return world.send(EvictFetchedSeries(most=most), PLATFORM)


@pytest.mark.parametrize(("retention", "days"), [(None, 7), (30, 7), (2, 2)])
def test_copies_go_after_a_week_or_as_soon_as_the_organization_says(
    hospital: World, retention: int | None, days: int
) -> None:
    edit = EditOrganization(organization_id=HOSPITAL, display_name="General", retention_days=retention)
    hospital.send(edit, PLATFORM)
    analysed(hospital)
    hospital.time.passes(days=days, seconds=-1)
    assert (evicted(hospital), len(fetched(hospital))) == (0, 2)

    hospital.time.passes(seconds=1)
    assert (evicted(hospital), fetched(hospital)) == (1, [])
    assert evicted(hospital) == 0
    assert hospital.kept.names() != []  # what the model answered stays


def test_of_too_many_copies_the_oldest_go_but_none_that_a_model_is_to_look_at(hospital: World) -> None:
    analysed(hospital)
    first = fetched(hospital)
    hospital.time.passes(minutes=1)
    hospital.send(ANALYSE)
    hospital.work(FetchStudy)

    assert evicted(hospital, most=1) == 1
    assert len(fetched(hospital)) == 2
    assert set(fetched(hospital)).isdisjoint(first)


def test_what_is_left_of_a_fetch_that_nobody_ended_goes_too(hospital: World) -> None:
    def breaks_off(study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        yield next(MemorySource.instances(hospital.source, study_uid, series_uid))
        hospital.kept.put(f"{HOSPITAL}/fetched/{study_uid}/{series_uid}/{asked.id}.pack", b"half of it")
        raise Unavailable("The PACS broke off.")

    asked = hospital.send(ANALYSE)
    hospital.source.instances = breaks_off
    with pytest.raises(Unavailable):
        hospital.work(FetchStudy)
    hospital.time.passes(days=7)

    assert (evicted(hospital), fetched(hospital)) == (1, [])


def test_nothing_stays_of_an_organization_that_is_gone(chest: World) -> None:
    analysed(chest)
    assert (evicted(chest), fetched(chest)) == (1, [])


def test_what_was_given_up_is_tried_again_with_images_that_are_fetched_anew(hospital: World) -> None:
    hospital.send(ANALYSE)
    hospital.work(FetchStudy)
    [message] = hospital.queues.messages(InferSeries.queue)
    hospital.models_answer(result(outcome="failed", reason="The inference job failed."))
    hospital.work(ResultReady)
    note = NoteFailure(queue=InferSeries.queue, message=message, reason=None)
    hospital.send(note, PLATFORM)
    hospital.time.passes(days=7)
    assert evicted(hospital) == 1

    [failure] = hospital.send(ListFailures(), GRACE).items
    hospital.send(RerunTask(failure_id=failure.id), GRACE)
    hospital.work(FetchStudy)
    hospital.models_answer(result(seen()))
    hospital.work(ResultReady)

    [done] = hospital.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
    assert (done.status, done.finding_count) == (Status.DONE, 1)
