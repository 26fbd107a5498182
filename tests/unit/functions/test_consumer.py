"""Queue functions: what is tried again at once, what is left to the queue, what is given up and told."""

import azure.functions as func
import pytest

from functions.support.consumer import TRIES, consumer
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fetch_study import FetchStudy
from shared.application.commands.sweep_outbox import SweepOutbox
from shared.application.models.analyses import AnalysisView
from shared.application.models.inference import ResultReady
from shared.application.queries.list_analyses import ListAnalyses
from shared.core.discretion import Unforeseen
from shared.core.mediator import Handler, Send, handlers
from shared.domain.access import PLATFORM
from shared.domain.analysis import Status
from shared.domain.errors import Conflict, Stale, Unavailable
from tests.builders import HOSPITAL, STUDY, instance, result, seen, series_row, study_row
from tests.unit.functions.index import INDEXED
from tests.world import World

TASK = FetchStudy(organization_id=HOSPITAL, study_uid=STUDY, analysis_id="a")


def message(task: FetchStudy | ResultReady) -> func.QueueMessage:
    return func.QueueMessage(body=task.model_dump_json().encode())


def deliver(name: str, task: FetchStudy | ResultReady) -> None:
    """As the host does: call the function of that name."""
    INDEXED[name].get_user_function()(message(task))


def latest(world: World) -> AnalysisView:
    return world.send(ListAnalyses(organization_id=HOSPITAL, study_uid=STUDY))[0]


@pytest.fixture
def fetching(world: World) -> FetchStudy:
    """The message that a press of Analyse has put into the queue."""
    world.source.keep(study_row(), [series_row()], [instance()])
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    return FetchStudy.model_validate_json(world.queues.messages(FetchStudy.queue)[0])


class Troubled:
    """A queue function that fails as often as it is told to, then works."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.calls = list(errors), 0
        self.consume = consumer(self.view)

    def view(self, task: FetchStudy, send: Send) -> None:
        assert (task, send.actor) == (TASK, PLATFORM)
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)


def test_who_lost_a_race_reads_again() -> None:
    troubled = Troubled(Stale("moved on"), Stale("moved on"))
    troubled.consume(message(TASK))

    assert troubled.calls == 3


def test_who_loses_every_race_leaves_it_to_the_queue() -> None:
    troubled = Troubled(*[Stale("moved on")] * TRIES)
    with pytest.raises(Stale):
        troubled.consume(message(TASK))

    assert troubled.calls == TRIES


@pytest.mark.parametrize(
    ("error", "seen"),
    [(Unavailable("down"), Unavailable), (Conflict("taken"), Conflict), (ValueError("wrong"), Unforeseen)],
)
def test_any_other_error_reaches_the_host_at_once(error: Exception, seen: type[Exception]) -> None:
    troubled = Troubled(error)
    with pytest.raises(seen):
        troubled.consume(message(TASK))

    assert troubled.calls == 1


@pytest.mark.parametrize("body", [b"", b"nonsense", b"{}", b'{"version": 2}'])
def test_a_message_that_is_not_ours_reaches_the_poison_queue(body: bytes) -> None:
    troubled = Troubled()
    with pytest.raises(ValueError, match="validation error"):
        troubled.consume(func.QueueMessage(body=body))

    assert troubled.calls == 0


@pytest.mark.parametrize(
    ("name", "queue"),
    [
        ("fetch_study", "fetch-study"),
        ("give_up_fetching", "fetch-study-poison"),
        ("record_result", "infer-result"),
        ("give_up_recording", "infer-result-poison"),
    ],
)
def test_a_function_listens_where_the_message_is_sent(name: str, queue: str) -> None:
    trigger = INDEXED[name].get_trigger()

    assert (trigger.queue_name, trigger.connection) == (queue, "IMAGINI_STORAGE")


def test_a_study_is_fetched_and_its_answers_recorded(world: World, fetching: FetchStudy) -> None:
    deliver("fetch_study", fetching)
    [told] = world.models_answer(result(seen()))
    deliver("record_result", told)

    assert (latest(world).status, latest(world).finding_count) == (Status.DONE, 1)


def test_a_source_that_is_down_makes_the_host_try_again(world: World, fetching: FetchStudy) -> None:
    world.source.trouble = "The PACS does not answer."

    with pytest.raises(Unavailable):
        deliver("fetch_study", fetching)


def test_a_study_that_could_never_be_fetched_is_failed_with_the_reason(
    world: World, fetching: FetchStudy
) -> None:
    world.source.trouble = "The PACS does not answer."
    with pytest.raises(Unavailable):
        deliver("fetch_study", fetching)

    deliver("give_up_fetching", fetching)

    assert latest(world).status is Status.FAILED
    assert (latest(world).reason or "").startswith("The PACS does not answer.")


def test_an_answer_that_could_never_be_recorded_fails_the_analysis(
    world: World, fetching: FetchStudy
) -> None:
    deliver("fetch_study", fetching)
    [told] = world.models_answer(result(seen()))
    world.kept.remove(told.result)
    with pytest.raises(Exception, match="no blob"):
        deliver("record_result", told)

    for _ in range(2):
        deliver("give_up_recording", told)

    assert latest(world).status is Status.FAILED
    assert "could not be recorded" in (latest(world).reason or "")


def test_giving_up_an_answer_that_was_recorded_after_all_changes_nothing(
    world: World, fetching: FetchStudy
) -> None:
    deliver("fetch_study", fetching)
    [told] = world.models_answer(result(seen()))
    deliver("record_result", told)
    before = latest(world)

    deliver("give_up_recording", told)

    assert latest(world) == before


def test_the_timer_sweeps_the_outbox(monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[SweepOutbox] = []
    monkeypatch.setitem(handlers, SweepOutbox, Handler(swept.append))

    INDEXED["sweep_outbox"].get_user_function()(None)

    assert swept == [SweepOutbox()]
