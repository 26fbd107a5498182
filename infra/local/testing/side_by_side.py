"""Runs steps side by side, and shows what they print one after the other."""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from infra.local.stack.stopping import pause
from infra.local.testing.job import Job
from infra.local.testing.steps import ALONE, FIRST, Step

AT_ONCE = min(2, os.cpu_count() or 1)
LOOK = 0.1  # seconds between two looks
LAST_WORDS = 30.0  # seconds for tests to stop their servers


class SideBySide:
    """Preparations run beside the others, browser tests when all else is done. All are shown in order."""

    def __init__(self, todo: Sequence[Step], folder: Path, stop_early: bool) -> None:
        self._order = {step: place for place, step in enumerate(todo)}
        self._waiting = sorted(todo, key=lambda step: step.part != FIRST)
        self._under_way = list[Job]()
        self._folder, self._stop_early = folder, stop_early

    def run(self) -> Iterator[Job]:
        """Each that has ended and was shown. Raises Stopped; nothing runs any more then, nor afterwards."""
        try:
            while self._waiting or self._under_way:
                self._begin()
                front = min(self._under_way, key=lambda job: self._order[job.step])
                self._follow(front)
                self._under_way.remove(front)
                yield front
        finally:
            self._end()

    def _begin(self) -> None:
        """All that may begin now."""
        for step in [step for step in self._waiting if step.part == "prepare"]:
            self._start(step)
        while self._busy() < AT_ONCE and (step := next(filter(self._may_begin, self._waiting), None)):
            self._start(step)

    def _start(self, step: Step) -> None:
        self._waiting.remove(step)
        self._under_way.append(Job(step, self._folder / str(self._order[step])))

    def _may_begin(self, step: Step) -> bool:
        unfinished = [job.step for job in self._under_way if not job.ended()]
        if step.part == ALONE:
            return not unfinished and self._waiting[0].part == ALONE
        return not any({step.part, step.name} & set(other.before) for other in unfinished)

    def _busy(self) -> int:
        return sum(not job.ended() for job in self._under_way if job.step.part != "prepare")

    def _follow(self, front: Job) -> None:
        """Until it has ended; others begin meanwhile."""
        while not front.ended():
            front.show()
            pause(LOOK)
            self._begin()
            self._stop_after_trouble()
        self._stop_after_trouble()
        front.show()

    def _stop_after_trouble(self) -> None:
        """Where nothing else is worth while any more."""
        ended = [job for job in self._under_way if job.ended()]
        if any(not job.good and (self._stop_early or job.step.part == "prepare") for job in ended):
            self._waiting.clear()
            self._end()

    def _end(self) -> None:
        """As Ctrl-C does, so that tests stop what they have started; then by force."""
        for job in self._under_way:
            job.process.interrupt()
        end = time.monotonic() + LAST_WORDS
        while time.monotonic() < end and not all(job.ended() for job in self._under_way):
            time.sleep(LOOK)
        for job in self._under_way:
            job.process.stop(within=2)
