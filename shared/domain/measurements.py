"""The measurements of a study: one current set, every save a version of it (docs/decisions/0018)."""

from datetime import datetime
from typing import ClassVar, Self

from shared.domain.entity import Entity
from shared.domain.errors import Stale

MOVED_ON = "Somebody else has saved measurements of this study meanwhile. Look at them before you go on."


class MeasurementVersion(Entity):
    """One save, as a DICOM report; the record's id is its SOP Instance UID. What was saved never changes."""

    kind: ClassVar[str] = "measurement_version"
    searchable: ClassVar[frozenset[str]] = frozenset({"number", "is_published"})

    number: int  # from 1
    series_uid: str
    series_number: int | None
    sop_class_uid: str
    transfer_syntax_uid: str
    draft: str  # SHA-256 of what the viewer sent
    digest: str  # SHA-256 of the file, which carries its author's name
    size: int  # bytes of the file
    blob: str
    metadata: str  # the blob that holds its metadata
    count: int  # measurements
    author: str
    saved_at: datetime
    based_on: tuple[str, ...]  # the versions that its author had before them
    is_published: bool = False
    published_by: str | None = None
    published_at: datetime | None = None

    def publish(self, by: str, at: datetime) -> None:
        """The first time counts: sending it again changes nothing."""
        if not self.is_published:
            self.is_published, self.published_by, self.published_at = True, by, at


class MeasurementSet(Entity):
    """Which version counts; the record's id is the study's UID."""

    kind: ClassVar[str] = "measurement_set"

    series_uid: str  # of all versions
    series_number: int | None
    current: str  # the SOP Instance UID of one of them
    versions: tuple[str, ...]  # all of them, in the order of their numbers

    @classmethod
    def begin(cls, study_uid: str, first: MeasurementVersion) -> Self:
        return cls(
            id=study_uid,
            series_uid=first.series_uid,
            series_number=first.series_number,
            current=first.id,
            versions=(first.id,),
        )

    def add(self, version: MeasurementVersion) -> None:
        """It becomes the current one only if its author had that one before them: no work is covered."""
        self.versions = (*self.versions, version.id)
        if self.current in version.based_on:
            self.current = version.id

    def choose(self, version: MeasurementVersion, seen: int) -> None:
        """Have an older version count again. `seen`: how many there were when that was decided."""
        self.must_be_unchanged(seen)
        self.current = version.id

    def must_be_unchanged(self, seen: int) -> None:
        """Raises Stale where there are more versions than somebody has seen."""
        if len(self.versions) != seen:
            raise Stale(MOVED_ON)


class MeasuredStudy(Entity):
    """A study with measurements in the list of its organization; the record's id is the study's UID."""

    kind: ClassVar[str] = "measured_study"

    published: int  # versions that the study's source holds as well
