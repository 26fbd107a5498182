"""What a commit promises is sent: at once, or by the sweep after an outage."""

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.sweep_outbox import SweepOutbox
from shared.application.outbox import Outgoing
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.services import scanning
from shared.domain.access import PLATFORM
from shared.domain.analysis import Status
from shared.domain.errors import Unavailable
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS
from shared.infrastructure.memory.queue import MemoryQueue
from tests.builders import HOSPITAL, STUDY, instance, organization, series_row, study_row
from tests.world import World

ANALYSE = AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY)


class FlakyQueue(MemoryQueue):
    """Takes nothing in while it is down."""

    down = False

    def put(self, queue: str, message: str) -> None:
        if self.down:
            raise Unavailable("The queue does not answer.")
        super().put(queue, message)


@pytest.fixture
def line(world: World) -> FlakyQueue:
    world.queues = queue = FlakyQueue(lambda: world.time.now().timestamp())
    world.source.keep(study_row(), [series_row()], [instance()])
    return queue


def sweep(world: World) -> int:
    """How many fetches were sent."""
    before = promised(world)
    assert world.send(SweepOutbox(), PLATFORM) >= before - promised(world)
    return before - promised(world)


def promised(world: World) -> int:
    """Fetches; a commit promises other things as well."""
    return sum(record.body["queue"] == FetchStudy.queue for record in world.store.scan(Outgoing.kind))


def test_what_could_be_sent_at_once_is_sent_once_and_promised_no_more(world: World, line: FlakyQueue) -> None:
    world.send(ANALYSE)

    assert (line.length(FetchStudy.queue), promised(world)) == (1, 0)


def test_an_outage_of_the_queue_fails_nobody_and_loses_nothing(world: World, line: FlakyQueue) -> None:
    line.down = True
    asked = world.send(ANALYSE)
    assert (asked.status, line.length(FetchStudy.queue), promised(world)) == (Status.QUEUED, 0, 1)

    line.down = False
    world.time.passes(minutes=1)
    assert sweep(world) == 1

    world.work(FetchStudy)
    [running] = world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
    assert (running.id, running.status) == (asked.id, Status.RUNNING)


def test_the_sweep_sends_what_is_overdue_exactly_once(world: World, line: FlakyQueue) -> None:
    line.down = True
    world.send(ANALYSE)
    line.down = False
    world.time.passes(minutes=1)

    assert [sweep(world) for _ in range(3)] == [1, 0, 0]
    assert (line.length(FetchStudy.queue), promised(world)) == (1, 0)


def test_the_sweep_leaves_alone_what_is_just_being_sent(world: World, line: FlakyQueue) -> None:
    line.down = True
    world.send(ANALYSE)
    line.down = False

    world.time.passes(seconds=29)
    assert (sweep(world), line.length(FetchStudy.queue)) == (0, 0)
    world.time.passes(seconds=1)
    assert (sweep(world), line.length(FetchStudy.queue)) == (1, 1)


def test_a_sweep_during_the_outage_keeps_the_promise(world: World, line: FlakyQueue) -> None:
    line.down = True
    world.send(ANALYSE)
    world.time.passes(minutes=1)
    sweep(world)
    assert promised(world) == 1

    line.down = False
    sweep(world)
    assert (line.length(FetchStudy.queue), promised(world)) == (1, 0)


def test_all_promises_of_one_commit_are_kept_after_an_outage(world: World, line: FlakyQueue) -> None:
    uow = world.unit_of_work()
    uow.of(Organization, ORGANIZATIONS).add(organization())
    for number in range(3):
        uow.then(FetchStudy(organization_id=HOSPITAL, study_uid=STUDY, analysis_id=str(number)))
    line.down = True
    uow.commit()
    assert promised(world) == 3

    line.down = False
    world.time.passes(minutes=1)
    sweep(world)
    assert (line.length(FetchStudy.queue), promised(world)) == (3, 0)


def test_one_sweep_sends_all_that_a_long_outage_has_left(
    world: World, line: FlakyQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "BATCH", 2)
    left = [Outgoing(queue="audit", message=f"{n}", committed_at=world.time.now()) for n in range(5)]
    world.keep("somewhere", *left)
    world.time.passes(minutes=1)
    world.keep("anywhere", Outgoing(queue="audit", message="now", committed_at=world.time.now()))

    assert world.send(SweepOutbox(), PLATFORM) == 5
    assert sorted(line.messages("audit")) == ["0", "1", "2", "3", "4"]
