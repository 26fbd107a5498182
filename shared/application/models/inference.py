"""What passes between the function app and the inference job: two messages, two blobs.

docs/ml-interaction.md shows them to those who write models.
"""

from typing import ClassVar, Literal

from pydantic import Field

from shared.core.mediator import Task
from shared.domain.access import Permission
from shared.domain.entity import Value
from shared.domain.finding import ModelName
from shared.domain.organization_settings import Threshold
from shared.domain.values import Code, DicomUid, Probability, Region


class IndexedInstance(Value):
    sop_instance_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    number: int | None
    blob: str
    offset: int = 0  # where its file begins in the blob
    size: int  # bytes


class SeriesIndex(Value):
    """A fetched series: a blob, written after the one that holds the instances."""

    version: Literal[1] = 1
    study_uid: str
    series_uid: str
    instances: list[IndexedInstance]


class InferSeries(Task):
    """Have one model read one series. The inference job takes these."""

    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "infer"

    organization_id: str
    study_uid: DicomUid
    series_uid: DicomUid
    analysis_id: str
    model_id: str
    index: str  # name of the SeriesIndex blob
    again: bool = False  # somebody wants it tried once more after it was given up
    thresholds: tuple[Threshold, ...] = ()  # that the organization has chosen instead of the model's own

    @property
    def answer_name(self) -> str:
        """Of the blob that holds the model's answer; the same when it is asked twice."""
        return f"{self.organization_id}/results/{self.analysis_id}/{self.series_uid}/{self.model_id}.json"


class ResultReady(Task):
    """A model has answered. The inference job puts these."""

    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "infer-result"

    organization_id: str
    study_uid: DicomUid
    series_uid: DicomUid
    analysis_id: str
    model_id: str
    model_version: str
    result: str  # name of the SeriesResult blob
    again: bool = False  # as it was asked


class SeenByModel(Value):
    label: str
    code: Code
    probability: Probability
    threshold: Probability
    region: Region | None
    heatmap: str | None  # name of a PNG blob


class SeriesResult(Value):
    """A model's answer for one series: a blob. `findings` holds the labels that reached their threshold."""

    version: Literal[1] = 1
    model: ModelName
    outcome: Literal["done", "refused", "failed"]
    reason: str | None = None
    sop_instance_uid: str | None = None
    findings: list[SeenByModel] = Field(default_factory=list[SeenByModel])
    scores: dict[str, float] = Field(default_factory=dict[str, float])  # of every label
    seconds: dict[str, float] = Field(default_factory=dict[str, float])  # where the time went
