"""Drains the queue of series that wait to be read."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from pydantic import ValidationError

from shared.application.models.inference import InferSeries, ResultReady, SeriesResult
from shared.application.ports import Blobs, Delivery, Inbox, Queue
from shared.core.discretion import wordless
from shared.core.envelope import opened, sealed
from shared.core.receiving import received
from shared.core.telemetry import Span, stage, traceparent
from shared.domain.errors import DomainError, Stale
from shared.domain.finding import ModelName
from shared.inference.hold import HIDDEN, Hold
from shared.inference.shift import Shift

LAST_TRY = 5
"""The same as host.json's maxDequeueCount."""
PAUSE = timedelta(seconds=10)
"""Before a failed message is tried again; times the number of tries."""

log = logging.getLogger(__name__)


class Reader(Protocol):
    """What reads a series: the models, or a stand-in that fails in a test."""

    def read(self, task: InferSeries) -> SeriesResult: ...

    def called(self, model_id: str) -> ModelName: ...


class Job:
    def __init__(self, inbox: Inbox, queue: Queue, blobs: Blobs, reader: Callable[[], Reader]) -> None:
        """`reader` is asked for when there is work: what it needs takes a second to import."""
        self._inbox, self._queue, self._blobs, self._reader = inbox, queue, blobs, reader
        self._came_from = ""  # the trace that brought what is worked on

    def drain(self, shift: Shift | None = None) -> int:
        """Works until no message is visible, or as long as the shift lasts; how many there were."""
        shift, count = shift or Shift(), 0
        while not shift.is_over():
            if delivery := self._inbox.take(InferSeries.queue, HIDDEN):
                self._handle(delivery)
                shift.worked()
                count += 1
            elif not shift.waits():
                break
        return count

    def _handle(self, delivery: Delivery) -> None:
        message, self._came_from = opened(delivery.message)
        with received("infer", InferSeries.queue, self._came_from, delivery.attempts, delivery.since) as told:
            self._work_off(delivery, message, told)

    def _work_off(self, delivery: Delivery, message: str, told: Span) -> None:
        try:
            task = InferSeries.model_validate_json(message)
        except ValidationError as error:
            log.error(
                "A message is not one of ours and goes to the poison queue: %s", error.errors()[0]["msg"]
            )
            self._inbox.bury(InferSeries.queue, delivery)
            return
        if delivery.attempts > LAST_TRY:  # the process died each time, and could not say so
            self._give_up(task, delivery, "The inference job ended unexpectedly each time it tried.")
            return
        told.note(organization=task.organization_id, analysis=task.analysis_id, model=task.model_id)
        with Hold(self._inbox, InferSeries.queue, delivery) as hold:
            failure = self._read(task)
        if failure:
            told.failed()
        if failure is None:
            self._inbox.done(InferSeries.queue, hold.delivery)
        elif delivery.attempts >= LAST_TRY:
            self._give_up(task, hold.delivery, failure)
        else:
            self._try_later(hold.delivery)

    def _read(self, task: InferSeries) -> str | None:
        """None, or why it has to be tried again."""
        try:
            with stage("infer"):
                result = self._reader().read(task)
            self._report(task, result)
        except DomainError as error:
            log.warning("Analysis %s is tried again: %s", task.analysis_id, error)
            return str(error)
        except Exception as error:
            log.error("Analysis %s is tried again", task.analysis_id, exc_info=wordless(error))
            return f"The inference job failed ({type(error).__name__})."
        return None

    def _try_later(self, delivery: Delivery) -> None:
        try:
            self._inbox.extend(InferSeries.queue, delivery, PAUSE * delivery.attempts)
        except Stale:  # somebody else has it already
            log.warning("A message was taken by another process meanwhile.")

    def _give_up(self, task: InferSeries, delivery: Delivery, reason: str) -> None:
        """Never lost: kept in the poison queue for people, and reported, so that the analysis ends."""
        failed = SeriesResult(model=self._reader().called(task.model_id), outcome="failed", reason=reason)
        self._report(task, failed)
        self._inbox.bury(InferSeries.queue, delivery)

    def _report(self, task: InferSeries, result: SeriesResult) -> None:
        """The blob before the message that names it."""
        blob = task.answer_name
        self._blobs.put(blob, result.model_dump_json().encode(), "application/json")
        ready = ResultReady(
            organization_id=task.organization_id,
            study_uid=task.study_uid,
            series_uid=task.series_uid,
            analysis_id=task.analysis_id,
            model_id=task.model_id,
            model_version=result.model.version,
            result=blob,
            again=task.again,
        )
        trace = traceparent() if self._came_from else ""  # functions that send none may not understand one
        self._queue.put(ResultReady.queue, sealed(ready.model_dump_json(), trace))
        log.info("Analysis %s: %s, seconds %s", task.analysis_id, result.outcome, result.seconds)
