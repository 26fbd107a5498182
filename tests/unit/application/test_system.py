"""What those who run the platform see of it, and do when work is stuck. # C13"""

import platform

import pytest

from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.create_organization import CreateOrganization
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.index_study import IndexStudy
from shared.application.commands.restart_analysis import RestartAnalysis
from shared.application.commands.send_outbox import SendOutbox
from shared.application.models.inference import ResultReady
from shared.application.models.system import StuckWork
from shared.application.ports import QueueLook
from shared.application.queries.get_system import GetSystem
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_queues import ListQueues
from shared.application.queries.list_stuck_work import UNSENT, ListStuckWork
from shared.domain.access import PLATFORM, Actor, Role
from shared.domain.analysis import LATE, Status
from shared.domain.errors import Unavailable
from shared.domain.user import User
from shared.settings import VERSION
from tests.builders import CLINIC, HOSPITAL, STUDY, manifest, result, seen
from tests.world import World

GRACE = Actor(id="grace", name="Grace Hopper", role=Role.APP_ADMIN)


def stuck(world: World) -> StuckWork:
    return world.send(ListStuckWork(), GRACE)


@pytest.fixture
def late(chest: World) -> World:
    """An analysis that nobody has taken up, although the queue has lost nothing."""
    for name in (HOSPITAL, CLINIC):
        chest.send(CreateOrganization(name=name, display_name=name), PLATFORM)
    chest.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    chest.work(IndexStudy)
    delivery = chest.queues.take(FetchStudy.queue, LATE)
    assert delivery
    chest.queues.done(FetchStudy.queue, delivery)
    chest.time.passes(seconds=LATE.total_seconds())
    return chest


def test_every_part_is_named_with_how_long_it_took_to_answer(world: World) -> None:
    system = world.send(GetSystem(), GRACE)

    assert system.status == "ok"
    assert [part.name for part in system.parts] == ["records", "blobs", "queues", "models", "secrets"]
    assert all(0 <= part.milliseconds < 5000 for part in system.parts)


def test_versions_are_those_that_run(world: World) -> None:
    system = world.send(GetSystem(), GRACE)

    assert (system.version, system.python) == (VERSION, platform.python_version())
    assert {s.kind: s.version for s in system.shapes}["user"] == User.schema_version()
    assert [(m.id, m.version, m.sha256) for m in system.models] == [("chest", "1", manifest().sha256)]


def test_a_part_that_is_down_says_why(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(_: str) -> None:
        raise Unavailable("The blob service does not answer.")

    monkeypatch.setattr(world.kept, "stat", down)

    system = world.send(GetSystem(), GRACE)

    assert system.status == "degraded"
    assert [p.detail for p in system.parts if p.status == "down"] == ["The blob service does not answer."]


def test_queues_tell_their_lengths_and_how_long_the_oldest_has_waited(world: World) -> None:
    came = world.time.now()
    world.queues.put("infer", "{}")
    world.time.passes(minutes=5)
    world.queues.put("infer", "{}")
    world.queues.put("fetch-study-poison", "{}")

    told = {queue.name: queue for queue in world.send(ListQueues(), GRACE)}

    assert (told["infer"].length, told["infer"].oldest_at, told["infer"].poison) == (2, came, 0)
    assert (told["fetch-study"].length, told["fetch-study"].poison) == (0, 1)
    assert world.queues.look("infer") == QueueLook(2, came)


def test_an_analysis_is_stuck_after_a_while_and_not_before(late: World) -> None:
    [analysis] = stuck(late).analyses
    assert (analysis.organization_id, analysis.study_uid) == (HOSPITAL, STUDY)

    late.time.passes(seconds=-1)
    assert stuck(late).analyses == []


def test_a_stuck_analysis_is_begun_anew_once_and_ends(late: World) -> None:
    for _ in range(2):
        late.send(RestartAnalysis(organization_id=HOSPITAL, study_uid=STUDY), GRACE)
    assert late.queues.length(FetchStudy.queue) == 1

    late.work(FetchStudy)
    late.models_answer(result(seen()))
    late.work(ResultReady)
    late.work(IndexStudy)

    [analysis] = late.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))
    assert analysis.status is Status.DONE
    assert stuck(late).analyses == []


def test_one_that_is_not_late_is_left_alone(late: World) -> None:
    late.time.passes(seconds=-1)
    late.send(RestartAnalysis(organization_id=HOSPITAL, study_uid=STUDY), GRACE)

    assert late.queues.length(FetchStudy.queue) == 0


def test_what_was_promised_and_not_sent_is_shown_and_sent_when_asked(
    chest: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as outage:
        outage.setattr(chest.queues, "put", _down)
        chest.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    assert stuck(chest).messages == []
    chest.time.passes(seconds=UNSENT.total_seconds())
    assert sorted(message.queue for message in stuck(chest).messages) == ["audit", "fetch-study", "worklist"]

    chest.send(SendOutbox(), GRACE)

    assert stuck(chest).messages == []
    assert (chest.queues.length("fetch-study"), chest.queues.length("worklist")) == (1, 1)


def _down(_: str, __: str) -> None:
    raise Unavailable("The queue does not answer.")
