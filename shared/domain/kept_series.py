"""A copy of a series of a PACS, made so that it opens quickly. The PACS stays the truth."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Literal, Self

from shared.domain.entity import Entity, new_id

ABANDONED = timedelta(minutes=30)  # after which nobody is filling a copy any more
NOTED = timedelta(hours=12)  # how exactly it is known when a copy was used


class KeptSeries(Entity):
    kind: ClassVar[str] = "kept_series"

    organization_id: str
    study_uid: str
    series_uid: str
    folder: str  # of its blobs; each filling has its own
    state: str  # what the PACS said of study and series when it was copied
    status: Literal["filling", "ready", "unfit"] = "filling"
    blobs: int = 0  # in which the files lie
    bytes: int = 0
    begun_at: datetime
    used_at: datetime

    @classmethod
    def begin(cls, organization_id: str, study_uid: str, series_uid: str, state: str, now: datetime) -> Self:
        return cls(
            id=id_of(study_uid, series_uid),
            organization_id=organization_id,
            study_uid=study_uid,
            series_uid=series_uid,
            folder=f"{organization_id}/kept/{study_uid}/{series_uid}/{new_id()}",
            state=state,
            begun_at=now,
            used_at=now,
        )

    def filled(self, blobs: int, size: int) -> None:
        self.status, self.blobs, self.bytes = "ready", blobs, size

    def refuse(self) -> None:
        """It cannot be kept in this state; nobody needs to try again."""
        self.status, self.blobs, self.bytes = "unfit", 0, 0

    def use(self, now: datetime) -> bool:
        """Whether that is worth writing down."""
        if now - self.used_at < NOTED:
            return False
        self.used_at = now
        return True

    def is_abandoned(self, now: datetime) -> bool:
        return self.status == "filling" and now - self.begun_at >= ABANDONED

    @property
    def index(self) -> str:
        return f"{self.folder}/series.index"

    def names(self) -> Iterator[str]:
        """Of its blobs; of one whose filling broke off only the first, the others follow while they exist."""
        yield self.index
        for number in range(self.blobs):
            yield self.name(number)

    def name(self, number: int) -> str:
        return f"{self.folder}/{number}.pack"


def id_of(study_uid: str, series_uid: str) -> str:
    return f"{study_uid}~{series_uid}"
