"""The worklist is made anew of what is known of each study, by ./imagini worklist rebuild. # D3"""

import pytest

from infra.local.commands.worklist import rebuild
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.save_report import SaveReport
from shared.application.services.worked_on import worked_on
from shared.core.mediator import Mediator, Send
from shared.domain import partitions
from shared.domain.access import PLATFORM
from shared.domain.report import Sections
from shared.domain.worklist import Work, WorklistEntry
from tests.builders import HOSPITAL, STUDY, instance, series_row, study_row
from tests.world import World

SECOND = "1.2.4"


@pytest.fixture
def two(world: World) -> World:
    """A hospital with two chest X-rays."""
    world.source.keep(study_row(), [series_row()], [instance()])
    world.source.keep(study_row(SECOND), [series_row("1.2.4.1")], [instance("1.2.4.1.1")])
    return world


def work(world: World) -> dict[str, Work]:
    """What each study in it waits for."""
    world.work(IndexStudy)
    entries = world.of(WorklistEntry, partitions.worklist(HOSPITAL)).all()
    return {entry.id: entry.work for entry in entries}


def test_it_is_made_anew_of_what_is_known_of_each_study(two: World) -> None:
    """For work from before there was a worklist; twice is once."""
    two.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    two.send(SaveReport(organization_id=HOSPITAL, study_uid=SECOND, version="new", sections=Sections()))
    before = work(two)
    lost = two.of(WorklistEntry, partitions.worklist(HOSPITAL))
    [kept, *others] = lost.all()
    assert others
    forget(two, *(entry.id for entry in others))
    left_over = kept.model_copy(update={"id": "1.2.99", "etag": None})
    put(two, left_over)  # of a study that nothing is known of any more
    assert work(two) != before
    said: list[str] = []

    for _ in range(2):
        assert rebuild(worked_on(two.store, HOSPITAL), Send(Mediator(two), PLATFORM), said.append) == 0

    assert work(two) == before
    assert said[-1] == "done"
    assert said[0].startswith(f"{HOSPITAL}: ")


def forget(world: World, *study_uids: str) -> None:
    entries = (uow := world.unit_of_work()).of(WorklistEntry, partitions.worklist(HOSPITAL))
    for uid in study_uids:
        entries.remove(entries.get(uid))
    uow.commit()


def put(world: World, entry: WorklistEntry) -> None:
    (uow := world.unit_of_work()).of(WorklistEntry, partitions.worklist(HOSPITAL)).add(entry)
    uow.commit()
