"""The worklist of an organization, and how much of each kind of work there is."""

from typing import Self

from shared.domain.entity import Value
from shared.domain.study import Study
from shared.domain.worklist import Work


class Tiles(Value):
    """Studies, by what they wait for. `unread`: of the newest; None where the source does not answer."""

    unread: int | None
    waiting: int
    undecided: int
    drafts: int
    failures: int
    looked_at: int  # how many of the newest studies `unread` speaks of


class WorklistItem(Value):
    study: Study
    unread: bool
    waiting: bool
    undecided: int  # findings
    draft: bool
    failure: str | None

    @classmethod
    def of(cls, study: Study, work: Work, *, unread: bool = False) -> Self:
        return cls(
            study=study,
            unread=unread,
            waiting=work.waiting_since is not None,
            undecided=work.undecided,
            draft=work.draft,
            failure=work.failure,
        )


class Worklist(Value):
    tiles: Tiles
    items: list[WorklistItem]
    total: int  # of all pages
    problem: str | None  # why the source's newest studies are missing
