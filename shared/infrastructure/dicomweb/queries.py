"""Searches in a PACS (QIDO-RS): lists are complete, or an error."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode

from shared.application.dicom.attributes import BY_KEYWORD, BY_TAG, SERIES, STUDY, Attribute
from shared.application.dicom.matching import matches
from shared.application.dicom.paths import path_of
from shared.application.dicom.source import DicomJson, Resource, Search
from shared.application.models.dicom_rows import text
from shared.domain.errors import NotFound, Unavailable
from shared.infrastructure.dicomweb.client import Client
from shared.infrastructure.dicomweb.failures import refusal_of
from shared.infrastructure.dicomweb.remarks import trouble

JSON = "application/dicom+json"
PAGE = 200  # rows; the most that Azure's service gives at a time
SMALLEST_CAP = 10  # rows; a server that gives fewer than this has no more
SHORT_LIST = 1000  # studies; a longer list is not read to its end for the sake of its newest
MOST = 50_000  # rows of one search
WINDOWS = (7, 60, 400)  # days, of the newest studies in a long list
NO_CONTENT = 204
ODD = re.compile(r"[^0-9A-Za-z._~*?-]")
WILDCARDS = frozenset({"LO", "SH", "PN", "CS"})  # value representations
NO_TEXT = Attribute("", "")
UID_OF = {"studies": "0020000D", "series": "0020000E", "instances": "00080018"}
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


class Queries:
    def __init__(self, client: Client, root: str, today: Callable[[], date]) -> None:
        self._client, self._root, self._today = client, root, today

    def search(self, search: Search) -> list[DicomJson]:
        rows = self._found(search)
        if not rows and (softened := _softened(search)):
            rows = [row for row in self._found(softened) if _meets(row, search)]
        end = None if search.limit is None else search.offset + search.limit
        return rows[search.offset : end]

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
        if search.limit is None or NARROW & {_tag(spelt) for spelt in search.filters}:
            return []
        for days in WINDOWS:
            since = {"StudyDate": f"{self._today() - timedelta(days):%Y%m%d}-"}
            rows = list(self._rows(search._replace(filters=search.filters | since)))
            if len(rows) >= search.offset + search.limit:
                return rows
        return []

    def _rows(self, search: Search) -> Iterator[DicomJson]:
        """Page after page, until one brings nothing new: a server may give fewer rows than asked for."""
        identifier, seen = UID_OF[search.level], set[str]()
        wanted = {_tag(spelt): value for spelt, value in search.filters.items()}
        offset = 0
        while True:
            page = self._page(search, offset)
            new = {uid: row for row in page if (uid := text(row, identifier)) and uid not in seen}
            seen.update(new)
            yield from (row for row in new.values() if _answers(row, wanted))
            if not new or len(page) < SMALLEST_CAP:
                return
            if len(seen) > MOST:
                raise Unavailable(f"The PACS found more than {MOST} entries; search for less.")
            offset += len(page)

    def _page(self, search: Search, offset: int) -> list[DicomJson]:
        answer = self._client.get(f"{self._root}/{_path(search)}?{_query(search, offset)}", JSON)
        if refusal := refusal_of(answer.status):
            nowhere = isinstance(refusal, NotFound) and not search.study_uid
            raise trouble("not-dicomweb") if nowhere else refusal
        return [] if answer.status == NO_CONTENT else data_sets(answer.body)


def data_sets(body: bytes) -> list[DicomJson]:
    """Raises Unavailable for what is no list of data sets."""
    try:
        found = json.loads(body) if body.strip() else []
    except (ValueError, RecursionError) as error:
        raise trouble("not-dicomweb") from error
    if not isinstance(found, list) or not all(_is_data_set(one) for one in found):
        raise trouble("not-dicomweb")
    return found


def _is_data_set(found: Any) -> bool:
    return isinstance(found, dict) and all(
        isinstance(attribute, dict) and isinstance(attribute.get("Value") or [], list)
        for attribute in found.values()
    )


def _path(search: Search) -> str:
    if not search.study_uid:
        return search.level
    return f"{path_of(Resource(search.study_uid, search.series_uid))}/{search.level}"


def _query(search: Search, offset: int) -> str:
    included = dict.fromkeys([*(BY_KEYWORD[k].tag for k in INCLUDED[search.level]), *search.include])
    query = [*search.filters.items(), *(("includefield", field) for field in included)]
    if search.fuzzy:
        query.append(("fuzzymatching", "true"))
    return urlencode([*query, ("limit", str(PAGE)), ("offset", str(offset))], quote_via=quote, safe="*?,")


def _softened(search: Search) -> Search | None:
    """The same search without letters that need encoding, which Orthanc's plugin does not decode."""
    soft = {
        spelt: ODD.sub("?", wanted) if BY_TAG.get(_tag(spelt), NO_TEXT).vr in WILDCARDS else wanted
        for spelt, wanted in search.filters.items()
    }
    return search._replace(filters=soft) if soft != search.filters else None


def _meets(row: DicomJson, search: Search) -> bool:
    tagged = {_tag(spelt): wanted for spelt, wanted in search.filters.items()}
    known = {BY_TAG[tag]: wanted for tag, wanted in tagged.items() if tag in BY_TAG}
    return all(matches(row, attribute, wanted, search.fuzzy) for attribute, wanted in known.items())


def _tag(spelt: str) -> str:
    return BY_KEYWORD[spelt].tag if spelt in BY_KEYWORD else spelt.upper()


def _answers(row: DicomJson, wanted: dict[str, str]) -> bool:
    """Servers ignore filters they do not know, and some search for identifiers without regard to case."""
    for tag in IDENTIFIERS & wanted.keys() & row.keys():
        plain = not set("*?,\\") & set(wanted[tag]) and tag in BY_TAG
        if plain and text(row, tag) != wanted[tag].strip():
            return False
    return True
