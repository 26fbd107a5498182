"""Searches in a PACS (QIDO-RS): lists are complete, or an error."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http import HTTPStatus
from itertools import islice
from urllib.parse import quote, urlencode

from shared.application.dicom.attributes import BY_KEYWORD, BY_TAG, SERIES, STUDY
from shared.application.dicom.paths import path_of
from shared.application.dicom.source import DicomJson, Resource, Search
from shared.application.models.dicom_rows import text
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.dialect import NO_TEXT, WILDCARDS, Dialect, has_wildcards, meets, tag_of
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.lists import JSON, NO_CONTENT, data_sets
from shared.infrastructure.dicomweb.numbers import counted, lacks_numbers
from shared.infrastructure.dicomweb.paging import Page, Paging
from shared.infrastructure.dicomweb.remarks import trouble
from shared.infrastructure.dicomweb.trials import CannotTell, Trial, wildcard

SAMPLE = 20  # studies
SHORT_LIST = 1000  # studies; a longer list is not read to its end for the sake of its newest
WINDOWS = (7, 60, 400)  # days, of the newest studies in a long list
ODD = re.compile(r"[^0-9A-Za-z._~*?-]")
STUDY_UID = STUDY["StudyInstanceUID"].tag
NARROW = frozenset(
    STUDY[keyword].tag for keyword in ("StudyDate", "StudyInstanceUID", "PatientID", "AccessionNumber")
)
IDENTIFIERS = NARROW - {STUDY["StudyDate"].tag} | {SERIES["SeriesInstanceUID"].tag}
INCLUDED = {
    "studies": ("StudyDescription", "ModalitiesInStudy", "NumberOfStudyRelatedSeries",
                "NumberOfStudyRelatedInstances", "PatientBirthDate", "PatientSex", "ReferringPhysicianName"),
    "series": ("SeriesDescription", "NumberOfSeriesRelatedInstances", "BodyPartExamined"),
    "instances": ("NumberOfFrames", "Rows", "Columns"),
}  # fmt: skip


class NotUnderstood(Unavailable):
    """The PACS refuses a search as it is put."""


class Queries:
    def __init__(self, client: Client, root: str, today: Callable[[], date], dialect: Dialect) -> None:
        self._client, self._root, self._today = client, root, today
        self._dialect = dialect
        self._paging = Paging(self._page, dialect)

    def search(self, search: Search) -> list[DicomJson]:
        rows = self._found(search)
        if not rows and self._dialect.wildcards is None and has_wildcards(search):
            rows = [] if self._learn_wildcards() else self._found(search)
        if not rows and self._dialect.wildcards is not False and (softened := _softened(search)):
            rows = [row for row in self._found(softened) if meets(row, _tagged(search), search.fuzzy)]
        end = None if search.limit is None else search.offset + search.limit
        return self._completed(rows[search.offset : end], search)

    def _completed(self, rows: list[DicomJson], search: Search) -> list[DicomJson]:
        """The one study that is asked for by name has its numbers, whether or not the PACS counts."""
        named = search.level == "studies" and len(rows) == 1 and STUDY_UID in _tagged(search)
        if not named or not lacks_numbers(rows[0]):
            return rows
        return [counted(rows[0], self._found(Search("series", {}, text(rows[0], STUDY_UID))))]

    def _learn_wildcards(self) -> bool:
        """Whether they mean anything there, tried on a patient that it holds. If in doubt, they do."""
        try:
            wildcard(Trial(self._client, self._root, self._page(Search("studies", {}), SAMPLE, 0).rows))
        except CannotTell:
            return True
        except Unavailable as error:
            if error.reason not in ("no-prefix", "number-ignored"):
                raise
            self._dialect.wildcards = False
            return False
        self._dialect.wildcards = True
        return True

    def _found(self, search: Search) -> list[DicomJson]:
        return self._newest(search) if search.level == "studies" else list(self._rows(search))

    def _newest(self, search: Search) -> list[DicomJson]:
        """Studies, newest first. Of a long list, only as many days as hold what is asked for."""
        rows = list(islice(self._rows(search), SHORT_LIST + 1))
        if len(rows) > SHORT_LIST:
            rows = self._of_last_days(search) or list(self._rows(search))
        return sorted(rows, key=lambda row: (text(row, "00080020"), text(row, "00080030")), reverse=True)

    def _of_last_days(self, search: Search) -> list[DicomJson]:
        """Empty where that does not do."""
        if search.limit is None or NARROW & {tag_of(spelt) for spelt in search.filters}:
            return []
        for days in WINDOWS:
            since = {"StudyDate": f"{self._today() - timedelta(days):%Y%m%d}-"}
            rows = list(self._rows(search._replace(filters=search.filters | since)))
            if len(rows) >= search.offset + search.limit:
                return rows
        return []

    def _rows(self, search: Search) -> Iterator[DicomJson]:
        """Those that answer it, whatever the PACS understands of it."""
        wanted = _tagged(search)
        while True:
            sent, kept = self._dialect.split(search)
            try:
                for row in self._paging.rows(sent):
                    if _answers(row, wanted) and meets(row, kept, search.fuzzy):
                        yield row
            except NotUnderstood:
                if not self._dialect.decline(sent):
                    raise
            else:
                return

    def _page(self, search: Search, limit: int, offset: int) -> Page:
        answer = self._client.get(f"{self._root}/{_path(search)}?{_query(search, limit, offset)}", JSON)
        if answer.status == HTTPStatus.BAD_REQUEST and not offset:
            raise trouble("failed", answer.status, NotUnderstood)
        if refusal := refusal_of(answer.status):
            nowhere = isinstance(refusal, NotFound) and not search.study_uid
            raise trouble("not-dicomweb") if nowhere else refusal
        return Page([] if answer.status == NO_CONTENT else data_sets(answer.body), answer.total)


def _path(search: Search) -> str:
    if not search.study_uid:
        return search.level
    return f"{path_of(Resource(search.study_uid, search.series_uid))}/{search.level}"


def _query(search: Search, limit: int, offset: int) -> str:
    included = dict.fromkeys([*(BY_KEYWORD[k].tag for k in INCLUDED[search.level]), *search.include])
    query = [*search.filters.items(), *(("includefield", field) for field in included)]
    if search.fuzzy:
        query.append(("fuzzymatching", "true"))
    return urlencode([*query, ("limit", str(limit)), ("offset", str(offset))], quote_via=quote, safe="*?,")


def _softened(search: Search) -> Search | None:
    """The same search without letters that need encoding, which Orthanc's plugin does not decode."""
    soft = {
        spelt: ODD.sub("?", wanted) if BY_TAG.get(tag_of(spelt), NO_TEXT).vr in WILDCARDS else wanted
        for spelt, wanted in search.filters.items()
    }
    return search._replace(filters=soft) if soft != search.filters else None


def _tagged(search: Search) -> dict[str, str]:
    return {tag_of(spelt): wanted for spelt, wanted in search.filters.items()}


def _answers(row: DicomJson, wanted: dict[str, str]) -> bool:
    """Servers ignore filters they do not know, and some search for identifiers without regard to case."""
    for tag in IDENTIFIERS & wanted.keys() & row.keys():
        plain = not set("*?,\\") & set(wanted[tag]) and tag in BY_TAG
        if plain and text(row, tag) != wanted[tag].strip():
            return False
    return True
