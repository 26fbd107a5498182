"""The measurements of a study, as callers see them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Self

from shared.domain.entity import Value
from shared.domain.measurements import MeasurementSet, MeasurementVersion

type State = Literal["none", "unpublished", "published", "changed"]
type Destination = Literal["pacs", "archive"]


class MeasurementVersionView(Value):
    number: int
    sop_instance_uid: str
    author: str
    saved_at: datetime
    count: int  # measurements
    is_current: bool
    published_by: str | None
    published_at: datetime | None

    @classmethod
    def of(cls, version: MeasurementVersion, current: str) -> Self:
        return cls(
            sop_instance_uid=version.id,
            is_current=version.id == current,
            **version.model_dump(include=SAME),
        )


SAME = {"number", "author", "saved_at", "count", "published_by", "published_at"}


class MeasurementsView(Value):
    study_instance_uid: str
    series_instance_uid: str | None
    state: State  # changed: since it was published
    destination: Destination  # where publishing leads
    versions: list[MeasurementVersionView]  # the newest first

    @classmethod
    def of(
        cls,
        study_uid: str,
        measured: MeasurementSet | None,
        versions: Sequence[MeasurementVersion],
        destination: Destination,
    ) -> Self:
        current = measured.current if measured else ""
        return cls(
            study_instance_uid=study_uid,
            series_instance_uid=measured.series_uid if measured else None,
            state=_state(versions, current),
            destination=destination,
            versions=[MeasurementVersionView.of(version, current) for version in versions],
        )


def _state(versions: Sequence[MeasurementVersion], current: str) -> State:
    published = {version.id for version in versions if version.is_published}
    if not versions:
        return "none"
    if current in published:
        return "published"
    return "changed" if published else "unpublished"
