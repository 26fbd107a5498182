"""One press of Analyse: which models read which series of a study, and how far that has come."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from shared.domain.entity import Entity, Value


class Status(StrEnum):
    QUEUED = "queued"
    FETCHING = "fetching"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


FINISHED = frozenset({Status.DONE, Status.FAILED, Status.SKIPPED})
LATE = timedelta(minutes=10)  # after which one that has not finished is stuck
NOTHING_TO_ASK = "The study has no series, or no model is switched on."


class ModelRun(Value):
    series_instance_uid: str
    model_id: str
    model_version: str
    status: Status
    reason: str | None = None
    finding_count: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.series_instance_uid, self.model_id


class Analysis(Entity):
    """Every verb may come twice or late: what has finished stays as it is."""

    kind: ClassVar[str] = "analysis"
    searchable: ClassVar[frozenset[str]] = frozenset({"requested_at", "status"})

    study_instance_uid: str
    requested_by: str
    requested_at: datetime
    status: Status = Status.QUEUED
    fetched: int = 0
    total: int = 0
    reason: str | None = None
    runs: list[ModelRun] = Field(default_factory=list[ModelRun])
    finished_at: datetime | None = None
    reopened_at: datetime | None = None  # somebody wanted it tried once more

    @property
    def begun_at(self) -> datetime:
        return self.reopened_at or self.requested_at

    @property
    def finding_count(self) -> int:
        return sum(run.finding_count for run in self.runs)

    @property
    def is_finished(self) -> bool:
        return self.status in FINISHED

    @property
    def has_failures(self) -> bool:
        """It was given up, or a model of it was."""
        return self.status is Status.FAILED or any(run.status is Status.FAILED for run in self.runs)

    def wait(self, reason: str) -> None:
        """It could not go on just now; the queue will bring it back."""
        self.status, self.reason = Status.QUEUED, reason

    def start(self, runs: list[ModelRun], fetched: int, now: datetime) -> None:
        """The images are here; from now on the models' answers count."""
        self.runs, self.fetched, self.total = runs, fetched, fetched
        self.status, self.reason = Status.RUNNING, None
        self._settle(now)

    def answer(self, run: ModelRun, now: datetime) -> None:
        """A model has answered for a series."""
        if self.is_finished:
            return
        self.runs = [
            run if known.key == run.key and known.status is Status.RUNNING else known for known in self.runs
        ]
        self._settle(now)

    def fail(self, reason: str, now: datetime) -> None:
        if not self.is_finished:
            self.status, self.reason, self.finished_at = Status.FAILED, reason, now

    def reopen(self, now: datetime) -> None:
        """Try again from the start what was given up, or has been under way too long."""
        self.status, self.reason, self.finished_at, self.reopened_at = Status.QUEUED, None, None, now

    def reopen_run(self, key: tuple[str, str], now: datetime) -> None:
        """Let one model answer once more for a series that it was given up for; all else stays."""
        if any(run.key == key and run.status is Status.FAILED for run in self.runs):
            again = {"status": Status.RUNNING, "reason": None}
            self.runs = [run.model_copy(update=again) if run.key == key else run for run in self.runs]
            self.status, self.reason, self.finished_at, self.reopened_at = Status.RUNNING, None, None, now

    def _settle(self, now: datetime) -> None:
        outcomes = {run.status for run in self.runs}
        if Status.RUNNING in outcomes:
            return
        self.status = next((s for s in (Status.DONE, Status.FAILED) if s in outcomes), Status.SKIPPED)
        said = " ".join(dict.fromkeys(run.reason for run in self.runs if run.reason))
        self.reason = None if self.status is Status.DONE else said or NOTHING_TO_ASK
        self.finished_at = now
