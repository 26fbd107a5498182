"""A job that has been started stays for a while, and goes before it would be ended."""

from datetime import timedelta

import pytest

from shared.application.models.inference import InferSeries
from shared.inference.job import Job
from shared.inference.shift import LONGEST, Shift
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.memory.queue import MemoryQueue

NOBODYS = "no message of ours"  # which the job moves to the poison queue: handled all the same


class Time:
    """Passes while somebody sleeps; `later` says what happens at which second."""

    def __init__(self, queue: MemoryQueue, later: dict[float, str] | None = None) -> None:
        self.now, self._queue, self._later = 0.0, queue, later or {}

    def seconds(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        for moment in [each for each in self._later if each <= self.now]:
            self._queue.put(InferSeries.queue, self._later.pop(moment))


def worked_off(
    linger: float, *, at_once: int = 0, later: dict[float, str] | None = None
) -> tuple[int, float]:
    """How many messages were handled, and how long it took."""
    queue = MemoryQueue()
    time = Time(queue, later)
    for _ in range(at_once):
        queue.put(InferSeries.queue, NOBODYS)
    job = Job(queue, queue, MemoryBlobs(), lambda: pytest.fail("no model is needed"))
    return job.drain(Shift(timedelta(seconds=linger), time.seconds, time.sleep)), time.now


def test_without_a_reason_to_stay_it_ends_with_the_queue() -> None:
    assert worked_off(0, at_once=3) == (3, 0)


def test_what_comes_while_it_lingers_is_handled() -> None:
    assert worked_off(60, at_once=1, later={40: NOBODYS, 90: NOBODYS}) == (3, 150)


def test_what_comes_later_is_the_next_job_s() -> None:
    assert worked_off(60, at_once=1, later={61: NOBODYS}) == (1, 60)


def test_nothing_is_begun_once_the_shift_is_over() -> None:
    steady = {float(moment): NOBODYS for moment in range(10, 20_000, 10)}
    count, ended = worked_off(60, later=steady)
    assert ended == LONGEST.total_seconds()
    assert count == LONGEST.total_seconds() / 10 - 1
