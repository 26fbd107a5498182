"""The studies that wait for something, or the newest; and how many of each there are."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.worklist import Tiles, Worklist, WorklistItem
from shared.application.ports import Clock, Condition
from shared.application.services.newest_studies import NewestStudies
from shared.application.unit_of_work import Repository, UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import Unavailable
from shared.domain.worklist import Work, WorklistEntry

OPEN = {"waiting": "waiting", "undecided": "to_decide", "drafts": "drafted", "failures": "failed"}


class GetWorklist(Query[Worklist]):
    access = Permission.READ_PATIENTS
    discloses = "worklist.view"
    discloses = "studies.list"

    organization_id: str
    show: Literal["all", "unread", "waiting", "undecided", "drafts", "failures"] = "all"
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 100


@handles(GetWorklist)
def get_worklist(query: GetWorklist, *, uow: UnitOfWork, newest: NewestStudies, clock: Clock) -> Worklist:
    entries = uow.of(WorklistEntry, partitions.worklist(query.organization_id))
    recent, problem = _recent(query.organization_id, newest)
    counts = {tile: entries.count(_of(tile)) for tile in OPEN}
    unread = None if problem else sum(item.unread for item in recent)
    tiles = Tiles(unread=unread, looked_at=len(recent), **counts)
    if query.show in OPEN:
        items, total = _open(query, entries, clock.now().date()), counts[query.show]
    else:
        shown = [item for item in recent if item.unread or query.show == "all"]
        items, total = shown[query.offset : query.offset + query.limit], len(shown)
    return Worklist(tiles=tiles, items=items, total=total, problem=problem)


def _recent(organization_id: str, newest: NewestStudies) -> tuple[list[WorklistItem], str | None]:
    """The newest studies, or why there are none to show: what is stored here is shown all the same."""
    try:
        studies = newest.of(organization_id)
    except Unavailable as error:
        return [], str(error)
    entries, unread = newest.entries(organization_id, studies), newest.unread(organization_id, studies)
    return [
        WorklistItem.of(
            study,
            entries[uid].work if uid in entries else Work(),
            unread=uid in unread and not (uid in entries and entries[uid].drafted),
        )
        for study in studies
        for uid in (study.study_instance_uid,)
    ], None


def _open(query: GetWorklist, entries: Repository[WorklistEntry], today: date) -> list[WorklistItem]:
    found = entries.all(
        _of(query.show), order="taken", descending=True, offset=query.offset, limit=query.limit
    )
    return [WorklistItem.of(entry.study.aged_on(today), entry.work) for entry in found]


def _of(tile: str) -> Condition:
    return Condition(OPEN[tile], "is", True)
