"""Analyses and findings, as callers see them."""

from datetime import datetime
from typing import Self

from shared.application.services.progress import Progress
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.domain.entity import Value
from shared.domain.finding import Finding, FindingStatus, ModelName
from shared.domain.values import Code, Probability, Region


class AnalysisView(Value):
    id: str
    study_instance_uid: str
    status: Status
    fetched: int
    total: int
    reason: str | None
    finding_count: int
    requested_by: str
    requested_at: datetime
    finished_at: datetime | None
    runs: list[ModelRun]

    @classmethod
    def of(cls, analysis: Analysis, progress: Progress | None = None) -> Self:
        fetching = progress is not None and analysis.status is Status.QUEUED
        return cls(
            status=Status.FETCHING if fetching else analysis.status,
            fetched=progress.fetched if progress and fetching else analysis.fetched,
            total=progress.total if progress and fetching else analysis.total,
            finding_count=analysis.finding_count,
            **analysis.model_dump(include=SAME),
        )


SAME = {"id", "study_instance_uid", "reason", "requested_by", "requested_at", "finished_at", "runs"}


class FindingView(Value):
    id: str
    study_instance_uid: str
    series_instance_uid: str
    sop_instance_uid: str
    label: str
    code: Code
    probability: Probability
    threshold: Probability
    region: Region | None
    heatmap_url: str | None
    model: ModelName
    status: FindingStatus
    reason: str | None
    description: str
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, finding: Finding) -> Self:
        url = f"/api/findings/{finding.id}/heatmap" if finding.heatmap else None
        return cls(heatmap_url=url, **finding.model_dump(exclude={"heatmap", "etag"}))
