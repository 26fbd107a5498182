"""While a study is fetched, the portal sees how far that has come."""

from collections.abc import Iterator

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fetch_study import FetchStudy
from shared.application.dicom.source import InstanceFile
from shared.application.queries.list_analyses import ListAnalyses
from shared.domain.analysis import Status
from shared.domain.errors import Unavailable
from tests.builders import HOSPITAL, STUDY, instance, series_row, study_row
from tests.memory_source import MemorySource
from tests.world import World


class SlowSource(MemorySource):
    """Gives its instances a second apart, and lets somebody look in between."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.shown: list[tuple[Status, int, int]] = []

    def instances(self, study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        for file in super().instances(study_uid, series_uid):
            self.world.time.passes(seconds=1)
            yield file
            [view] = self.world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
            self.shown.append((view.status, view.fetched, view.total))


@pytest.fixture
def slow(world: World) -> SlowSource:
    source = SlowSource(world)
    world.pacs.put(HOSPITAL, source)
    files = [instance(f"1.2.3.4.{number}") for number in range(3)]
    source.keep(study_row(), [series_row(t00201209=3)], files)
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    return source


def test_each_instance_that_has_arrived_is_counted(world: World, slow: SlowSource) -> None:
    world.work(FetchStudy)

    assert slow.shown == [(Status.FETCHING, number, 3) for number in (1, 2, 3)]


def test_what_breaks_off_in_the_middle_is_tried_again_from_the_start(world: World, slow: SlowSource) -> None:
    def breaks_off(study_uid: str, series_uid: str) -> Iterator[InstanceFile]:
        yield next(MemorySource.instances(slow, study_uid, series_uid))
        raise Unavailable("The PACS broke off.")

    slow.instances = breaks_off
    with pytest.raises(Unavailable):
        world.work(FetchStudy)
    [waiting] = world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
    assert (waiting.status, waiting.reason) == (Status.QUEUED, "The PACS broke off.")

    del slow.instances
    world.time.passes(minutes=1)
    world.work(FetchStudy)
    [running] = world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
    assert (running.status, running.fetched) == (Status.RUNNING, 3)
