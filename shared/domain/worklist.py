"""What a study waits for: kept beside the other open studies of its organization (docs/decisions/0011)."""

from datetime import datetime
from typing import ClassVar, Self

from shared.domain.analysis import Analysis, Status
from shared.domain.entity import Entity, Value
from shared.domain.report import Report
from shared.domain.study import Study

NO_REASON = "No reason was given."


class Work(Value):
    """What is still to be done about a study; a signed report ends all but a model that still reads."""

    waiting_since: datetime | None = None
    undecided: int = 0
    draft: bool = False
    failure: str | None = None

    @classmethod
    def of(cls, latest: Analysis | None, undecided: int, report: Report | None) -> Self:
        signed = report is not None and report.is_signed
        failed = latest is not None and latest.status is Status.FAILED
        return cls(
            waiting_since=latest.begun_at if latest and not latest.is_finished else None,
            undecided=0 if signed else undecided,
            draft=report is not None and not signed,
            failure=(latest.reason or NO_REASON) if latest and failed and not signed else None,
        )

    @property
    def is_done(self) -> bool:
        return self == Work()


class WorklistEntry(Entity):
    """A study with work; the record's id is the study's UID. It goes when the work is done."""

    kind: ClassVar[str] = "worklist-entry"
    searchable: ClassVar[frozenset[str]] = frozenset(
        {"taken", "waiting", "to_decide", "drafted", "failed", "work.waiting_since"}
    )

    study: Study  # as the source described it when something last changed; the patient without an age
    work: Work
    taken: str  # for sorting by the study's date and time
    waiting: bool
    to_decide: bool
    drafted: bool
    failed: bool

    @classmethod
    def of(cls, study: Study, work: Work, etag: str | None = None) -> Self:
        return cls(
            id=study.study_instance_uid,
            etag=etag,
            study=study.aged_on(None),
            work=work,
            taken=f"{study.date or ''} {study.time or ''}",
            waiting=work.waiting_since is not None,
            to_decide=work.undecided > 0,
            drafted=work.draft,
            failed=work.failure is not None,
        )


class Opening(Entity):
    """Somebody of the organization has looked at a study first; the record's id is the study's UID."""

    kind: ClassVar[str] = "opening"
    searchable: ClassVar[frozenset[str]] = frozenset({"id"})

    by: str
    at: datetime
