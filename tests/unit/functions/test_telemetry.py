"""One trace from a request through its queues to the findings; and what is measured. # threat 16"""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import azure.functions as func
import pytest

from functions.support import watching
from shared.application.commands.analyse_study import AnalyseStudy
from shared.application.commands.fetch_study import FetchStudy
from shared.application.models.inference import InferSeries, ResultReady
from shared.core.discretion import Unforeseen
from shared.core.envelope import opened
from shared.core.measures import CACHE, HTTP, MEASURES, QUEUE_LENGTH, QUEUE_OLDEST, STAGE, TASK
from shared.domain.errors import Unavailable
from shared.inference.job import Job
from tests.builders import HOSPITAL, STUDY, instance, result, seen, series_row, study_row
from tests.hearing import Heard, facts_of, hearing, trace_of
from tests.unit.functions.browser import Browser
from tests.unit.functions.index import INDEXED
from tests.world import EMAIL, SOON, World

CALLER = f"00-{'ab' * 16}-{'cd' * 8}-01"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Generator[Heard]:
    monkeypatch.setattr(watching, "observed", lambda: None)  # the environment has nothing to say here
    with hearing() as heard:
        yield heard


class Reader:
    """A model that has seen something."""

    def read(self, task: InferSeries) -> Any:  # noqa: ARG002
        return result(seen())

    def called(self, model_id: str) -> Any: ...


def work(world: World, queue: str, function: str) -> str:
    """As the host does. The message as it lay in the queue."""
    delivery = world.queues.take(queue, SOON)
    assert delivery
    INDEXED[function].get_user_function()(func.QueueMessage(body=delivery.message.encode()))
    world.queues.done(queue, delivery)
    return delivery.message


def test_one_trace_goes_from_the_request_to_the_findings(world: World, ada: Browser, heard: Heard) -> None:
    world.source.keep(study_row(), [series_row()], [instance()])

    ada.post(f"/studies/{STUDY}/analyses", {}, traceparent=CALLER)
    work(world, FetchStudy.queue, "fetch_study")
    Job(world.queues, world.queues, world.kept, Reader).drain()
    message = work(world, ResultReady.queue, "record_result")

    messages = ("AnalyseStudy", "FetchStudy", "ResultReady")
    stages = ("choose", "fetch", "infer", "record")
    for step in ("analyse_study", "fetch_study", "record_result", *messages, *stages):
        assert {trace_of(span) for span in heard.called(step)} == {"ab" * 16}, step
    assert "trace" not in ResultReady.model_validate_json(opened(message).message).model_dump()
    [request] = heard.called("analyse_study")
    assert facts_of(request) == {
        "route": "studies/{study_uid}/analyses", "method": "POST", "organization": HOSPITAL, "status": 202
    }  # fmt: skip


def test_a_tried_message_is_a_try_of_the_same_trace_and_of_the_same_failure(
    world: World, heard: Heard
) -> None:
    world.source.keep(study_row(), [series_row()], [instance()])
    world.send(AnalyseStudy(organization_id=HOSPITAL, study_uid=STUDY))
    world.source.trouble = "The PACS does not answer."
    body = world.queues.messages(FetchStudy.queue)[0]

    for attempt in (1, 2):
        with pytest.raises(Unavailable):
            INDEXED["fetch_study"].get_user_function()(Tried(body, attempt))

    tries = heard.called("fetch_study")
    assert [facts_of(span)["attempt"] for span in tries] == [1, 2]
    assert {facts_of(span)["error"] for span in tries} == {"Unavailable"}
    assert [one["is"] for one in heard.measured(TASK) if one["outcome"] == "failed"] == [2]


class Tried(func.QueueMessage):
    def __init__(self, body: str, attempt: int) -> None:
        super().__init__(body=body.encode())
        self._attempt = attempt

    @property
    def dequeue_count(self) -> int:
        return self._attempt


def test_a_request_is_measured_by_its_operation_and_its_kind_of_answer(ada: Browser, heard: Heard) -> None:
    ada.get("/me")
    Browser().get("/me")

    told = [(one["operation"], one["status_class"], one["is"]) for one in heard.measured(HTTP)]
    assert sorted(told) == [("get_me", "2xx", 1), ("get_me", "4xx", 1)]


def test_images_are_measured_and_each_has_no_trace(world: World, ada: Browser, heard: Heard) -> None:
    world.source.keep(study_row(), [series_row()], [instance()])

    path = f"/dicomweb/studies/{STUDY}/series/1.2.3/instances/1.2.3.4/frames/1"
    for _ in range(2):
        ada.get(path)

    assert heard.spans == ()
    assert sum(one["is"] for one in heard.measured(HTTP)) == 2
    assert {one["outcome"]: one["is"] for one in heard.measured(CACHE) if one["cache"] == "access"} == {
        "miss": 1,
        "hit": 1,
    }


def test_a_trace_begins_with_the_host_where_the_caller_brings_none(heard: Heard) -> None:
    class Context:
        class trace_context:  # noqa: N801
            trace_parent = CALLER

    @watching.timed
    def fire(timer: Any) -> None: ...

    fire(None, Context())  # type: ignore[call-arg, arg-type]

    assert trace_of(*heard.called("fire")) == "ab" * 16


def test_what_waits_is_measured_by_a_timer(
    world: World, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    from functions.timers import queues
    from shared.core.mediator import Mediator

    monkeypatch.setattr(queues, "mediator", lambda: Mediator(world))
    world.queues.put("infer", "{}")
    INDEXED["measure_queues"].get_user_function()(None)

    assert {one["queue"] for one in heard.measured(QUEUE_OLDEST)} >= {"infer", "notify"}
    assert next(one for one in heard.measured(QUEUE_LENGTH) if one["queue"] == "infer")["is"] == 1


def test_the_stages_of_an_analysis_are_measured(world: World, ada: Browser, heard: Heard) -> None:
    world.source.keep(study_row(), [series_row()], [instance()])
    ada.post(f"/studies/{STUDY}/analyses", {})
    work(world, FetchStudy.queue, "fetch_study")
    Job(world.queues, world.queues, world.kept, Reader).drain()
    work(world, ResultReady.queue, "record_result")

    assert {one["stage"] for one in heard.measured(STAGE)} == {"choose", "fetch", "infer", "record"}


def test_an_unforeseen_error_is_told_by_its_kind_alone(heard: Heard) -> None:
    with pytest.raises(Unforeseen), watching.trace("broken", "inside"):
        raise Unforeseen("KeyError")

    [span] = heard.spans
    assert facts_of(span) == {"error": "KeyError"}
    assert not span.status.is_ok


def test_a_measure_has_few_facts_and_none_of_an_organization() -> None:
    assert all(len(measure.facts) <= 3 for measure in MEASURES)
    assert not any("organization" in measure.facts for measure in MEASURES)


def test_facts_that_are_measured_are_those_that_are_declared(heard: Heard) -> None:
    for measure in MEASURES:
        heard.listener.measured(measure, 1.0, dict.fromkeys(measure.facts, "x"))

    assert all(set(one) - {"is"} == measure.facts for measure in MEASURES for one in heard.measured(measure))


def test_nobody_listens_unless_asked_to(tmp_path: Path) -> None:  # noqa: ARG001
    assert watching.listening() is False
    assert watching.trace("x", "inside") is watching.SILENCE


def test_a_job_answers_without_a_trace_who_has_asked_without_one(world: World, heard: Heard) -> None:  # noqa: ARG001
    asked = InferSeries(
        organization_id=HOSPITAL,
        study_uid=STUDY,
        series_uid="1.2.3",
        analysis_id="a1",
        model_id="chest",
        index="series.json",
    )
    world.queues.put(InferSeries.queue, asked.model_dump_json())

    Job(world.queues, world.queues, world.kept, Reader).drain()

    [answer] = world.queues.messages(ResultReady.queue)
    assert opened(answer).trace == ""


def test_a_mail_goes_on_with_the_trace_of_whoever_asked_for_it(world: World, heard: Heard) -> None:
    world.employ()

    Browser().post("/auth/forgot-password", {"email": EMAIL}, traceparent=CALLER)

    [mail] = world.queues.messages("notify")
    assert opened(mail).trace.split("-")[1] == "ab" * 16
    assert EMAIL not in heard.everything()
