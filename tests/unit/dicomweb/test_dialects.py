"""What a PACS does not understand of a search is made up for here, and no list is cut short. # A4"""

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from shared.application.dicom.source import Search
from shared.application.models.dicom_rows import number, text, values
from shared.domain.errors import Unavailable
from shared.domain.source_check import Capabilities
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from tests.builders import row
from tests.unit.dicomweb.pacs_double import Answer, Asked, PacsDouble, pacs_double

NOW = datetime(2026, 11, 22, tzinfo=UTC)
STUDIES = Search("studies", {})


def study(at: int, **more: object) -> dict[str, object]:
    day = f"2026{at % 12 + 1:02}{at % 28 + 1:02}"
    return row(
        {"0020000D": f"1.2.{at}", "00100020": f"P{at}", "00080020": day, "00100010": f"Doe^J{at}"} | more
    )


HELD = [study(at) for at in range(450)]


def first_of(most: int, asked: Asked) -> range:
    return range(min(most, int(asked.query["limit"][0])))


def said(rows: list[dict[str, object]]) -> Answer:
    return Answer(body=json.dumps(rows).encode()) if rows else Answer(204, body=b"")


def between(rows: list[dict[str, object]], asked: Asked) -> list[dict[str, object]]:
    low, _, high = asked.query.get("00080020", ["-"])[0].partition("-")
    return [one for one in rows if low <= text(one, "00080020") <= (high or "9")]


def known(*, wildcard: bool | None = None, paging: bool | None = None) -> Dialect:
    return Dialect(Capabilities(checked_at=NOW, paging=paging, wildcard=wildcard, retrieve=None, store=None))


@contextmanager
def pacs(
    answer: Callable[[Asked], Answer], dialect: Dialect | None = None
) -> Generator[tuple[PacsSource, PacsDouble]]:
    with pacs_double(answer) as double:
        target = locate(double.url, Places.here())
        yield PacsSource(target, {}, today=NOW.date, dialect=dialect), double


def exact(asked: Asked) -> Answer:
    """Takes wildcards for letters, and refuses what it does not search by."""
    if "StudyID" in asked.query:
        return Answer(400, body=b'"StudyID is not supported."')
    start, limit = int(asked.query.get("offset", ["0"])[0]), int(asked.query.get("limit", ["100"])[0])
    found = [
        one
        for one in HELD
        for wanted in [asked.query.get("PatientID", [text(one, "00100020")])[0]]
        if wanted == text(one, "00100020")
    ]
    return said(found[start : start + min(limit, 100)])


@pytest.mark.parametrize("dialect", [None, known(wildcard=False)], ids=["learnt", "from the check"])
def test_wildcards_find_whom_they_should_where_the_pacs_knows_none(dialect: Dialect | None) -> None:
    with pacs(exact, dialect) as (source, double):
        found = source.search(Search("studies", {"PatientID": "P44*"}))
        first = len(double.asked)
        source.search(Search("studies", {"PatientID": "P44*"}))

        assert {text(one, "00100020") for one in found} == {"P44", *(f"P44{n}" for n in range(10))}
        again = double.asked[first:]
        assert len(again) == 6, "five pages and the end of the list"
        assert not any("PatientID" in asked.query for asked in again)


def test_whole_numbers_are_still_searched_for_by_the_pacs() -> None:
    with pacs(exact, known(wildcard=False)) as (source, double):
        [found] = source.search(Search("studies", {"PatientID": "P7"}))

        assert text(found, "0020000D") == "1.2.7"
        assert all(asked.query["PatientID"] == ["P7"] for asked in double.asked)


def test_parts_of_names_are_looked_for_here() -> None:
    with pacs(exact, known(wildcard=False)) as (source, double):
        found = source.search(Search("studies", {"PatientName": "doe j44"}, fuzzy=True))

        assert len(found) == 11
        assert not any("fuzzymatching" in asked.query for asked in double.asked)


def test_what_a_pacs_does_not_search_by_is_kept_here_from_then_on() -> None:
    def with_ids(asked: Asked) -> Answer:
        answer = exact(asked)
        rows = json.loads(answer.body or b"[]") if answer.status == 200 else []
        return said([one | row({"00200010": text(one, "0020000D")}) for one in rows]) if rows else answer

    search = Search("studies", {"StudyID": "1.2.9"})
    with pacs(with_ids) as (source, double):
        assert [text(one, "0020000D") for one in source.search(search)] == ["1.2.9"]
        assert [text(one, "0020000D") for one in source.search(search)] == ["1.2.9"]

        assert sum("StudyID" in asked.query for asked in double.asked) == 1


def test_a_pacs_that_does_not_know_the_word_for_everything_is_asked_for_it_by_name() -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(400) if "all" in asked.query["includefield"] else exact(asked)

    with pacs(answer) as (source, double):
        for _ in range(2):
            assert len(source.search(STUDIES._replace(include=("all",)))) == 450

        assert sum("all" in asked.query["includefield"] for asked in double.asked) == 1
        assert "00101010" in double.asked[-1].query["includefield"]


def test_what_nobody_tells_cannot_be_searched_by_and_is_no_empty_list() -> None:
    with pacs(exact) as (source, _), pytest.raises(Unavailable, match="cannot be searched by StudyID"):
        source.search(Search("studies", {"StudyID": "1"}))


@pytest.mark.parametrize("cap", [100, 200, 1000])
@pytest.mark.parametrize("dialect", [None, known(paging=False)], ids=["learnt", "from the check"])
def test_a_pacs_that_begins_anew_each_time_is_read_to_its_end(cap: int, dialect: Dialect | None) -> None:
    def answer(asked: Asked) -> Answer:
        return said(between(HELD, asked)[: min(cap, int(asked.query["limit"][0]))])

    with pacs(answer, dialect) as (source, double):
        found = source.search(STUDIES)

        assert len({text(one, "0020000D") for one in found}) == len(found) == 450
        assert len(double.asked) < 40


def test_a_list_that_cannot_be_had_whole_is_an_error() -> None:
    def same_day(asked: Asked) -> Answer:
        return said([study(1, **{"0020000D": f"1.2.{n}"}) for n in first_of(200, asked)])

    with pacs(same_day) as (source, _), pytest.raises(Unavailable, match="only the first 200"):
        source.search(STUDIES)


def test_instances_behind_a_server_without_pages_are_complete_or_an_error() -> None:
    def answer(asked: Asked) -> Answer:
        return said([row({"00080018": f"1.2.3.{n}"}) for n in first_of(200, asked)])

    with pacs(answer) as (source, _), pytest.raises(Unavailable, match="only the first 200"):
        source.search(Search("instances", {}, "1.2", "1.2.3"))


def test_pages_that_shift_while_studies_arrive_lose_none_and_repeat_none() -> None:
    new = [study(1000 + n) for n in range(100)]
    asked_before: list[int] = []

    def answer(asked: Asked) -> Answer:
        rows = [*new, *HELD] if asked_before else HELD  # they come between the first page and the second
        asked_before.append(1)
        start = int(asked.query["offset"][0])
        return said(rows[start : start + 100])

    with pacs(answer) as (source, _):
        uids = [text(one, "0020000D") for one in source.search(STUDIES)]

        assert len(uids) == len(set(uids))
        assert {text(one, "0020000D") for one in HELD} <= set(uids)


def test_a_study_that_is_asked_for_by_name_is_counted_where_the_pacs_does_not() -> None:
    series = [
        row({"0020000E": f"1.2.7.{n}", "00080060": kind, "00201209": count})
        for n, kind, count in ((1, "CT", 20), (2, "SR", 1))
    ]

    def answer(asked: Asked) -> Answer:
        return said(series) if asked.path.endswith("/series") else said([HELD[7]])

    with pacs(answer) as (source, _):
        [found] = source.search(Search("studies", {"StudyInstanceUID": "1.2.7"}))

    assert values(found, "00080061") == ["CT", "SR"]
    assert (number(found, "00201206"), number(found, "00201208")) == (2, 21)
