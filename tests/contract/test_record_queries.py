"""Every record store keeps these promises about finding, counting and scanning."""

from uuid import uuid4

import pytest

from shared.application.ports import Condition, RecordStore
from tests.contract.changes import add, ids

CONDITIONS: list[tuple[str, list[Condition], list[str]]] = [
    ("is a text", [Condition("modality", "is", "CT")], ["1", "3"]),
    ("is a number", [Condition("count", "is", 64)], ["1"]),
    ("is true", [Condition("signed", "is", True)], ["1", "2"]),
    ("is false", [Condition("signed", "is", False)], ["3"]),
    ("is, deeper", [Condition("patient.sex", "is", "F")], ["1", "2"]),
    ("is not by case", [Condition("modality", "is", "ct")], []),
    ("is not what is missing", [Condition("count", "is", 0)], []),
    ("has", [Condition("tags", "has", "urgent")], ["1", "2"]),
    ("has the whole value", [Condition("tags", "has", "urg")], []),
    ("has looks into lists only", [Condition("modality", "has", "CT")], []),
    ("contains", [Condition("patient.name", "contains", "comu")], ["1"]),
    ("contains, beyond ASCII", [Condition("patient.name", "contains", "ÑANDÚ")], ["2"]),
    ("contains takes signs literally", [Condition("patient.name", "contains", "%")], ["3"]),
    ("contains looks into texts only", [Condition("tags", "contains", "urgent")], []),
    ("the id is", [Condition("id", "is", "2")], ["2"]),
    ("the id contains", [Condition("id", "contains", "2")], ["2"]),
    ("among", [Condition("modality", "among", ("DX", "MR"))], ["2"]),
    ("among the ids", [Condition("id", "among", ("1", "3", "4", "5"))], ["1", "3"]),
    ("among nothing", [Condition("id", "among", ())], []),
    ("from a text on", [Condition("modality", "from", "CU")], ["2"]),
    ("before a text", [Condition("modality", "before", "DX")], ["1", "3"]),
    ("neither from nor before what is missing", [Condition("count", "before", "A")], []),
    ("two at once", [Condition("signed", "is", True), Condition("modality", "is", "CT")], ["1"]),
    ("never SQL", [Condition("modality", "is", "CT' OR '1'='1")], []),
]


@pytest.mark.parametrize("case", CONDITIONS, ids=lambda case: case[0])
def test_a_condition_finds_and_counts(
    records: RecordStore, partition: str, case: tuple[str, list[Condition], list[str]]
) -> None:
    _, conditions, expected = case
    records.commit(
        partition,
        [
            add(
                "1",
                modality="CT",
                count=64,
                signed=True,
                tags=["urgent", "ai"],
                patient={"name": "COMUNIX", "sex": "F"},
            ),
            add("2", modality="DX", signed=True, tags=["urgent"], patient={"name": "Ñandú^Ana", "sex": "F"}),
            add("3", modality="CT", signed=False, tags=[], patient={"name": "100% b_c", "sex": None}),
            add("4", "report", modality="CT", signed=True, tags=["urgent"]),
        ],
    )
    assert ids(records.find(partition, "study", conditions)) == expected
    assert records.count(partition, "study", conditions) == len(expected)


def test_a_field_that_is_no_name_is_refused(records: RecordStore, partition: str) -> None:
    with pytest.raises(ValueError, match="no name of a field"):
        records.find(partition, "study", [Condition("a') OR 1=1 --", "is", "x")])
    with pytest.raises(ValueError, match="no name of a field"):
        records.find(partition, "study", order="date; DROP TABLE records")


def test_another_partition_is_never_seen(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add("1", modality="CT")])
    records.commit(f"{partition}x", [add("2", modality="CT")])
    assert ids(records.find(partition, "study", [Condition("modality", "is", "CT")])) == ["1"]
    assert records.count(partition, "study") == 1


def test_records_come_in_the_order_of_a_field(records: RecordStore, partition: str) -> None:
    dates = {"a": "2004-03-04", "b": "1999-12-31", "c": "2026-01-01"}
    records.commit(partition, [add(id, date=date, at={"n": int(date[:4])}) for id, date in dates.items()])
    assert ids(records.find(partition, "study", order="date")) == ["b", "a", "c"]
    assert ids(records.find(partition, "study", order="date", descending=True)) == ["c", "a", "b"]
    assert ids(records.find(partition, "study", order="at.n", descending=True)) == ["c", "a", "b"]
    assert ids(records.find(partition, "study")) == ["a", "b", "c"]
    assert ids(records.find(partition, "study", descending=True)) == ["c", "b", "a"]


def test_pages_show_every_record_once_even_where_the_order_has_ties(
    records: RecordStore, partition: str
) -> None:
    records.commit(partition, [add(f"{n:02}", date=f"200{n % 3}") for n in range(25)])
    pages = [
        records.find(partition, "study", order="date", descending=True, offset=offset, limit=10)
        for offset in (0, 10, 20, 30)
    ]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    shown = [each for page in pages for each in page]
    assert sorted(ids(shown)) == [f"{n:02}" for n in range(25)]
    assert [each.body["date"] for each in shown] == sorted((f"200{n % 3}" for n in range(25)), reverse=True)


def test_a_record_with_none_in_the_ordering_field_comes_first(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add("dated", date="2004"), add("undated", date=None)])
    assert ids(records.find(partition, "study", order="date")) == ["undated", "dated"]


def test_a_page_holds_50_unless_told(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add(f"{n:03}") for n in range(60)])
    assert len(records.find(partition, "study")) == 50
    assert records.count(partition, "study") == 60


def test_a_scan_sees_one_kind_in_every_partition_in_order(records: RecordStore) -> None:
    kind = f"outbox{uuid4().hex}"
    places = [(partition, id) for partition in ("a", "a~b", "b") for id in ("1", "2", "é")]
    for partition, id in reversed(places):
        records.commit(partition, [add(id, kind), add(id, f"{kind}x")])
    seen: list[tuple[str, str]] = []
    while page := records.scan(kind, after=seen[-1] if seen else ("", ""), limit=4):
        assert len(page) <= 4
        seen += [(each.partition, each.id) for each in page]
    assert seen == places
