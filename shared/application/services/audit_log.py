"""The audit as it is read: month after month."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from shared.application.ports import Condition
from shared.application.unit_of_work import Repository, UnitOfWork
from shared.domain import partitions
from shared.domain.access import Actor
from shared.domain.audit import AuditEntry
from shared.domain.errors import NotFound, RuleBroken

LOOKS_BACK = timedelta(days=90)  # where nobody says from when
EARLIEST = date(2000, 1, 1)
LONGEST = timedelta(days=3 * 366)  # at once
PAGE = 500


def log_for(actor: Actor, organization: str | None) -> str | None:
    """Whose audit this actor reads; None: what the platform's administrators read of all.

    Theirs holds no patients; an organization's own opens to them in an emergency only.
    """
    if actor.confined_to is None:
        return organization if actor.emergency and organization == actor.organization_id else None
    if organization not in (None, actor.organization_id):
        raise NotFound("There is no such organization.")
    return actor.organization_id


class AuditLog:
    """Of one reader, from one day to another."""

    def __init__(
        self,
        uow: UnitOfWork,
        log: str | None,
        days: tuple[date | None, date | None],
        where: Sequence[Condition],
        now: datetime,
    ) -> None:
        self._uow, self._log = uow, log
        last = min(days[1] or now.date(), now.date())
        first = days[0] or max(last, EARLIEST) - LOOKS_BACK
        if last - first > LONGEST:
            raise RuleBroken("Three years are read at once at most.")
        self._months = _months(first, last)
        after = (last + timedelta(days=1)).isoformat()
        self._where = (Condition("at", "from", first.isoformat()), Condition("at", "before", after), *where)

    def total(self) -> int:
        return sum(self._of(month).count(*self._where) for month in self._months)

    def page(self, offset: int, limit: int, newest_first: bool) -> list[AuditEntry]:
        found: list[AuditEntry] = []
        for month in self._months if newest_first else reversed(self._months):
            entries = self._of(month)
            if offset and offset >= (known := entries.count(*self._where)):
                offset -= known
                continue
            found += self._some(entries, offset, limit - len(found), newest_first)
            offset = 0
            if len(found) == limit:
                break
        return found

    def all(self) -> Iterator[AuditEntry]:
        """Every one, a page at a time."""
        for month in self._months:
            offset = 0
            while page := self._some(self._of(month), offset, PAGE, newest_first=True):
                yield from page
                offset += len(page)

    def _some(
        self, entries: Repository[AuditEntry], offset: int, limit: int, newest_first: bool
    ) -> list[AuditEntry]:
        return list(
            entries.all(*self._where, order="at", descending=newest_first, offset=offset, limit=limit)
        )

    def _of(self, month: str) -> Repository[AuditEntry]:
        return self._uow.of(AuditEntry, partitions.audit(self._log, month))


def _months(first: date, last: date) -> list[str]:
    """Newest first."""
    count = (last.year - first.year) * 12 + last.month - first.month
    numbers = [last.year * 12 + last.month - 1 - back for back in range(count + 1)]
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]
