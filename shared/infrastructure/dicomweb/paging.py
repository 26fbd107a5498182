"""Every row of a search, from servers with small, shifting, or no pages: a list is complete, or an error."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from shared.application.dicom.attributes import STUDY
from shared.application.dicom.source import DicomJson, Search
from shared.application.models.dicom_rows import text
from shared.domain.errors import Unavailable
from shared.infrastructure.dicomweb.dialect import Dialect, tag_of

PAGE = 200  # rows; the most that Azure's service gives at a time
SMALLEST_CAP = 10  # rows; one that knows no pages and gives fewer than this has no more
MOST = 50_000  # rows of one search
UID_OF = {"studies": "0020000D", "series": "0020000E", "instances": "00080018"}
DATE = STUDY["StudyDate"].tag
EARLIEST, LATEST = "18000101", "21991231"
CUT_SHORT = "The PACS gives only the first {} entries, and no further pages; search for less."


class Page(NamedTuple):
    rows: list[DicomJson]
    total: int | None = None  # of all pages, where the server says so (X-Total-Count)


type Ask = Callable[[Search, int, int], Page]  # limit and offset


class Paging:
    def __init__(self, ask: Ask, dialect: Dialect) -> None:
        self._ask, self._dialect = ask, dialect

    def rows(self, search: Search) -> Iterator[DicomJson]:
        """Each once: pages shift while studies arrive. Raises Unavailable.

        How few rows a server gives at a time is its own affair: only an empty page is the end, or the number
        of rows that it says there are.
        """
        identifier, seen = UID_OF[search.level], set[str]()
        first, offset, repeated = list[str](), 0, 0
        while True:
            page = self._ask(search, PAGE, offset)
            uids, offset = [text(row, identifier) for row in page.rows], offset + len(page.rows)
            repeated = 0 if set(uids) - seen - {""} else repeated + 1
            if repeated > 1 and uids == first:  # once may be chance: as many arrived as fill a page
                self._dialect.pages = False
            yield from _new(page.rows, uids, seen)
            if _ends(search, page, uids, offset):
                return
            if self._dialect.pages is False:
                yield from self._unpaged(search, len(first or uids), seen)
                return
            if repeated > 1:  # some give their last page, whatever the offset
                return
            if len(seen) > MOST:
                raise Unavailable(f"The PACS found more than {MOST} entries; search for less.")
            first = first or uids

    def _unpaged(self, search: Search, given: int, seen: set[str]) -> Iterator[DicomJson]:
        """What is still to come from a server that begins anew each time, whatever the offset."""
        if given < SMALLEST_CAP or len(self._ask(search, 1, 0).rows) > 1:
            return  # the latter knows no limits either: this was all
        rows = self._ask(search, MOST, 0).rows
        if len(rows) <= given:
            rows = [*rows, *self._narrowed(search, given)]
        yield from _new(rows, [text(row, UID_OF[search.level]) for row in rows], seen)

    def _narrowed(self, search: Search, cap: int) -> Iterator[DicomJson]:
        if search.level == "studies":
            yield from self._by_days(search, cap)
        elif cap >= PAGE:  # as many as it was asked for: there may be more
            raise Unavailable(CUT_SHORT.format(cap))

    def _by_days(self, search: Search, cap: int) -> Iterator[DicomJson]:
        """In ranges of days so short that none holds as much as the server gives at once."""
        others = {spelt: wanted for spelt, wanted in search.filters.items() if tag_of(spelt) != DATE}
        asked = next((wanted for spelt, wanted in search.filters.items() if tag_of(spelt) == DATE), "-")
        low, dash, high = asked.partition("-")
        waiting = [(low or EARLIEST, (high or LATEST) if dash else low)]
        while waiting:
            first, last = waiting.pop()
            rows = self._ask(search._replace(filters=others | {DATE: f"{first}-{last}"}), MOST, 0).rows
            yield from rows
            if len(rows) < cap:
                continue
            days = sorted(text(row, DATE) for row in rows)
            if first == last or not first <= days[0] <= days[-1] <= last:
                raise Unavailable(CUT_SHORT.format(cap))
            middle = min(days[len(days) // 2], _beside(last, -1))
            waiting += [(first, middle), (_beside(middle, 1), last)]


def _ends(search: Search, page: Page, uids: list[str], offset: int) -> bool:
    """Whether nothing can follow: what was asked for by its own name is one."""
    if not page.rows or (page.total is not None and offset >= page.total):
        return True
    named = {tag_of(spelt): wanted for spelt, wanted in search.filters.items()}
    return uids == [named.get(UID_OF[search.level])]


def _new(page: list[DicomJson], uids: list[str], seen: set[str]) -> Iterator[DicomJson]:
    for row, uid in zip(page, uids, strict=True):
        if uid and uid not in seen:
            seen.add(uid)
            yield row


def _beside(day: str, days: int) -> str:
    return f"{date.fromisoformat(day) + timedelta(days=days):%Y%m%d}"
