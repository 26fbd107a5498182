"""How the platform is, as those who run it see it."""

from datetime import datetime
from typing import Literal, Self

from shared.domain.entity import Value
from shared.domain.failed_task import FailedTask


class MeasuredPart(Value):
    name: str
    status: Literal["ok", "down"]
    detail: str
    milliseconds: float


class InstalledModel(Value):
    id: str
    version: str
    name: str
    sha256: str
    licence: str


class RecordShape(Value):
    kind: str
    version: int


class System(Value):
    status: Literal["ok", "degraded"]
    parts: list[MeasuredPart]
    version: str
    python: str
    shapes: list[RecordShape]  # of what is stored: `./imagini migrate` brings older ones up to date
    models: list[InstalledModel]


class QueueState(Value):
    """`poison`: given up and not looked at yet by the function that tells those who wait."""

    name: str
    length: int
    oldest_at: datetime | None
    poison: int


class FailureView(Value):
    id: str
    queue: str
    organization_id: str | None
    study_uid: str | None
    reason: str
    failed_at: datetime
    failures: int
    can_rerun: bool

    @classmethod
    def of(cls, failure: FailedTask, *, can_rerun: bool) -> Self:
        return cls(can_rerun=can_rerun, **failure.model_dump(exclude={"message", "buried", "etag"}))


class FailurePage(Value):
    items: list[FailureView]
    total: int


class LateMessage(Value):
    id: str
    queue: str
    committed_at: datetime


class LateAnalysis(Value):
    organization_id: str
    study_uid: str
    since: datetime


class StuckWork(Value):
    messages: list[LateMessage]  # promised in a commit, and not sent yet
    analyses: list[LateAnalysis]
