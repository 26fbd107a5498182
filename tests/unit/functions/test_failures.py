"""What the background gives up is kept with its reason, shown, tried again or discarded. # C13"""

import json
from pathlib import Path
from traceback import format_exception

import azure.functions as func
import pytest

from functions.support.consumer import LAST_TRY
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.discard_task import DiscardTask
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.rerun_task import RerunTask
from shared.application.commands.send_email import SendEmail
from shared.application.models.analyses import AnalysisView
from shared.application.models.inference import InferSeries, ResultReady
from shared.application.models.system import FailurePage, FailureView
from shared.application.queries.list_analyses import ListAnalyses
from shared.application.queries.list_failures import ListFailures
from shared.application.services.background import TASKS
from shared.core.discretion import Unforeseen
from shared.core.mediator import Task
from shared.domain.access import Actor, Role
from shared.domain.analysis import Status
from shared.domain.audit import AuditLine
from shared.domain.errors import NotFound, RuleBroken, Unavailable
from shared.domain.partitions import FAILURES
from shared.infrastructure.queue_limits import poison
from tests.builders import HOSPITAL, STUDY, instance, result, seen, series_row, study_row
from tests.unit.functions.index import INDEXED
from tests.world import SOON, World

GRACE = Actor(id="grace", name="Grace Hopper", role=Role.APP_ADMIN)
DOWN = "The PACS does not answer."


def call(name: str, body: str, attempt: int = 1) -> None:
    """As the host does, for the `attempt`-th time."""
    INDEXED[name].get_user_function()(Delivered(body=body.encode(), attempt=attempt))


class Delivered(func.QueueMessage):
    def __init__(self, *, body: bytes, attempt: int) -> None:
        super().__init__(body=body)
        self.attempt = attempt

    @property
    def dequeue_count(self) -> int:
        return self.attempt


def tried_to_the_end(name: str, undertaker: str, task: Task) -> None:
    for attempt in range(1, LAST_TRY + 1):
        with pytest.raises(Exception, match=r"."):
            call(name, task.model_dump_json(), attempt)
    call(undertaker, task.model_dump_json())


def failures(world: World) -> list[FailureView]:
    return world.send(ListFailures(), GRACE).items


def rerun(world: World) -> None:
    [failure] = failures(world)
    world.send(RerunTask(failure_id=failure.id), GRACE)


def latest(world: World) -> AnalysisView:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))[0]


@pytest.fixture
def fetching(world: World) -> FetchStudy:
    world.source.keep(study_row(), [series_row()], [instance()])
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    delivery = world.queues.take(FetchStudy.queue, SOON)
    assert delivery
    world.queues.done(FetchStudy.queue, delivery)
    return FetchStudy.model_validate_json(delivery.message)


def test_a_task_that_fails_at_last_is_shown_with_its_reason_once(world: World, fetching: FetchStudy) -> None:
    world.source.trouble = DOWN
    with pytest.raises(Unavailable):
        call("fetch_study", fetching.model_dump_json(), 1)
    assert failures(world) == []

    tried_to_the_end("fetch_study", "give_up_fetching", fetching)

    [failure] = failures(world)
    assert (failure.queue, failure.organization_id, failure.study_uid) == ("fetch-study", HOSPITAL, STUDY)
    assert (failure.reason, failure.failures, failure.can_rerun) == (DOWN, 1, True)
    assert latest(world).status is Status.FAILED


def test_nothing_can_be_decided_while_its_message_still_lies_in_the_queue(
    world: World, fetching: FetchStudy
) -> None:
    world.source.trouble = DOWN
    with pytest.raises(Unavailable):
        call("fetch_study", fetching.model_dump_json(), LAST_TRY)
    assert world.send(ListFailures(), GRACE) == FailurePage(items=[], total=0)

    call("give_up_fetching", fetching.model_dump_json())

    assert [failure.reason for failure in failures(world)] == [DOWN]


def test_it_is_tried_again_to_success_and_whoever_did_it_is_on_record(
    world: World, fetching: FetchStudy
) -> None:
    world.source.trouble = DOWN
    tried_to_the_end("fetch_study", "give_up_fetching", fetching)
    world.source.trouble = None

    rerun(world)

    assert failures(world) == []
    world.work(FetchStudy)
    world.models_answer(result(seen()))
    world.work(ResultReady)
    assert (latest(world).status, latest(world).finding_count) == (Status.DONE, 1)
    [line] = world.of(AuditLine, FAILURES).all()
    assert (line.actor_name, line.action, line.detail) == (
        "Grace Hopper",
        "system.rerun",
        f"fetch-study: {DOWN}",
    )


def test_pressed_twice_it_is_sent_once(world: World, fetching: FetchStudy) -> None:
    world.source.trouble = DOWN
    tried_to_the_end("fetch_study", "give_up_fetching", fetching)
    [failure] = failures(world)

    world.send(RerunTask(failure_id=failure.id), GRACE)
    with pytest.raises(NotFound):
        world.send(RerunTask(failure_id=failure.id), GRACE)

    assert world.queues.length(FetchStudy.queue) == 1


def test_what_fails_again_is_the_same_failure(world: World, fetching: FetchStudy) -> None:
    world.source.trouble = DOWN
    tried_to_the_end("fetch_study", "give_up_fetching", fetching)
    [before] = failures(world)
    rerun(world)
    [again] = world.queues.messages(FetchStudy.queue)

    tried_to_the_end("fetch_study", "give_up_fetching", FetchStudy.model_validate_json(again))

    [after] = failures(world)
    assert (after.id, after.reason) == (before.id, DOWN)
    assert latest(world).status is Status.FAILED


def test_a_failure_is_discarded_and_that_is_on_record(world: World, fetching: FetchStudy) -> None:
    world.source.trouble = DOWN
    tried_to_the_end("fetch_study", "give_up_fetching", fetching)
    [failure] = failures(world)

    world.send(DiscardTask(failure_id=failure.id), GRACE)

    assert failures(world) == []
    assert world.queues.length(FetchStudy.queue) == 0
    assert [line.action for line in world.of(AuditLine, FAILURES).all()] == ["system.discard"]


def test_an_answer_that_could_not_be_recorded_is_recorded_the_second_time(
    world: World, fetching: FetchStudy
) -> None:
    call("fetch_study", fetching.model_dump_json())
    [told] = world.models_answer(result(seen()))
    answer = world.kept.get(told.result)
    world.kept.remove(told.result)
    tried_to_the_end("record_result", "give_up_recording", told)
    assert latest(world).status is Status.FAILED
    world.kept.put(told.result, answer)

    rerun(world)
    call("record_result", world.queues.messages(ResultReady.queue)[-1])

    assert (latest(world).status, latest(world).finding_count) == (Status.DONE, 1)


def test_why_a_model_gave_up_is_read_in_its_answer(world: World, fetching: FetchStudy) -> None:
    call("fetch_study", fetching.model_dump_json())
    [asked] = world.queues.messages(InferSeries.queue)
    told = result(outcome="failed", reason="The inference job failed (MemoryError).")
    world.models_answer(told)
    task = InferSeries.model_validate_json(asked)
    world.kept.put(task.answer_name, told.model_dump_json().encode())

    call("give_up_inferring", asked)

    assert [(f.queue, f.reason) for f in failures(world)] == [("infer", told.reason)]


def test_of_an_error_nobody_foresaw_only_the_kind_is_told(
    world: World, fetching: FetchStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("Jane Doe, 1941")

    monkeypatch.setattr(world.source, "search", broken)
    with pytest.raises(Unforeseen) as logged:
        call("fetch_study", fetching.model_dump_json(), LAST_TRY)
    call("give_up_fetching", fetching.model_dump_json())

    told = "".join(format_exception(logged.value))
    assert "Jane" not in told.replace('KeyError("Jane Doe, 1941")', "")  # the line of source in the traceback
    assert "in broken" in told

    assert [failure.reason for failure in failures(world)] == ["It failed unexpectedly (KeyError)."]


def test_a_process_that_died_each_time_leaves_a_failure_too(world: World, fetching: FetchStudy) -> None:
    call("give_up_fetching", fetching.model_dump_json())

    assert "without a word" in failures(world)[0].reason


def test_what_a_strange_message_holds_is_kept_nowhere(world: World) -> None:
    secret = '{"name": "Jane Doe"}'
    with pytest.raises(ValueError, match="validation"):
        call("fetch_study", secret, LAST_TRY)
    with pytest.raises(ValueError, match="validation"):
        call("give_up_fetching", secret)

    [failure] = failures(world)
    assert "Jane" not in failure.model_dump_json()
    assert not failure.can_rerun
    with pytest.raises(RuleBroken):
        world.send(RerunTask(failure_id=failure.id), GRACE)


def test_a_mail_is_not_sent_again_because_its_links_are_forgotten(world: World) -> None:
    call("give_up_email", SendEmail(mail_id="m").model_dump_json())

    assert [(f.queue, f.can_rerun) for f in failures(world)] == [("notify", False)]


def test_the_last_try_is_the_hosts_last_try() -> None:
    host = json.loads((Path(__file__).parents[3] / "host.json").read_text())
    assert host["extensions"]["queues"]["maxDequeueCount"] == LAST_TRY


def test_every_task_is_known_by_its_queue_and_given_up_by_a_function() -> None:
    tasks = {task for task in Task.__subclasses__() if task.__module__.startswith("shared.")}
    listening = {
        f.get_trigger().queue_name for f in INDEXED.values() if hasattr(f.get_trigger(), "queue_name")
    }

    assert set(TASKS.values()) == tasks
    assert {poison(name) for name in TASKS} <= listening
