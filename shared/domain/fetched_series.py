"""A copy of a series that models look at, made for one analysis. The source stays the truth."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from shared.domain.entity import Entity

LONGEST = timedelta(days=7)  # for which models may be asked again to look at the same copy


class FetchedSeries(Entity):
    """Written down before its blobs are, so that none is forgotten in the store."""

    kind: ClassVar[str] = "fetched_series"

    organization_id: str
    study_uid: str
    series_uid: str
    analysis_id: str
    begun_at: datetime
    bytes: int = 0

    @classmethod
    def begin(
        cls, organization_id: str, study_uid: str, series_uid: str, analysis_id: str, now: datetime
    ) -> Self:
        return cls(
            id=id_of(series_uid, analysis_id),
            organization_id=organization_id,
            study_uid=study_uid,
            series_uid=series_uid,
            analysis_id=analysis_id,
            begun_at=now,
        )

    @property
    def pack(self) -> str:
        return f"{self._name}.pack"

    @property
    def index(self) -> str:
        return f"{self._name}.json"

    @property
    def _name(self) -> str:
        """The analysis's own, so that nothing is written over what a model is reading."""
        return f"{self.organization_id}/fetched/{self.study_uid}/{self.series_uid}/{self.analysis_id}"

    def is_old(self, retention: timedelta | None, now: datetime) -> bool:
        """`retention`: of the organization; None: no limit."""
        return now - self.begun_at >= (LONGEST if retention is None else min(LONGEST, retention))


def id_of(series_uid: str, analysis_id: str) -> str:
    return f"{series_uid}~{analysis_id}"
