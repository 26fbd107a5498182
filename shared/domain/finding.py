"""What a model saw, and what a radiologist decided about it."""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from shared.domain.entity import Entity, Value
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.values import Code, Probability, Region


class FindingStatus(StrEnum):
    UNDECIDED = "undecided"
    APPROVED = "approved"
    DECLINED = "declined"


class ModelName(Value):
    id: str
    version: str
    name: str
    notice: str


class Finding(Entity):
    kind: ClassVar[str] = "finding"
    searchable: ClassVar[frozenset[str]] = frozenset({"status", "probability"})

    study_instance_uid: str
    series_instance_uid: str
    sop_instance_uid: str
    label: str
    code: Code
    probability: Probability
    threshold: Probability
    region: Region | None
    heatmap: str | None  # name of the PNG blob
    model: ModelName
    status: FindingStatus = FindingStatus.UNDECIDED
    reason: str | None = None
    description: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None

    @staticmethod
    def id_of(study_uid: str, series_uid: str, model: ModelName, label: str) -> str:
        """The same for the same answer, so that one delivered twice is one; starts with the study's UID."""
        digest = hashlib.sha256("\n".join((series_uid, model.id, model.version, label)).encode()).hexdigest()
        return f"{study_uid}_{digest[:16]}"

    def approve(self, by: str, at: datetime) -> None:
        self._decide(FindingStatus.APPROVED, by, at, None)

    def decline(self, by: str, at: datetime, reason: str | None) -> None:
        self._decide(FindingStatus.DECLINED, by, at, reason)

    def undo(self) -> None:
        if self.status is FindingStatus.UNDECIDED:
            raise RuleBroken("This finding has not been decided yet.")
        self.status, self.reason, self.decided_by, self.decided_at = FindingStatus.UNDECIDED, None, None, None

    def describe(self, description: str) -> None:
        self.description = description

    def _decide(self, status: FindingStatus, by: str, at: datetime, reason: str | None) -> None:
        self.status, self.reason, self.decided_by, self.decided_at = status, reason, by, at


def study_uid_of(finding_id: str) -> str:
    """The study that a finding's id names. Raises NotFound for what no finding can be called."""
    study_uid, separator, _ = finding_id.partition("_")
    if not separator:
        raise NotFound("There is no such finding.")
    return study_uid
