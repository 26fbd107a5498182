"""Every record store keeps these promises."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest
from pydantic import JsonValue

from shared.application.ports import Change, Condition, Record, RecordStore
from shared.domain.errors import Conflict, Stale
from shared.infrastructure.cosmos.record_store import CosmosRecordStore
from shared.infrastructure.sqlite.record_store import SqliteRecordStore

ODD_IDS = [
    "orthanc_demo~study~1.2.3",
    "ana@example.org",
    "a/b\\c?d#e",
    "é ñ 日本 'quoted' \"twice\"",
    "100%+1=2F",
    "a:b:c",
    " ",
    "x" * 250,
]


@pytest.fixture(scope="module", params=["sqlite", "cosmos"])
def records(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RecordStore:
    if request.param == "sqlite":
        return SqliteRecordStore(tmp_path_factory.mktemp("records") / "new folder" / "imagini.sqlite")
    return CosmosRecordStore.connect(request.getfixturevalue("cosmos_endpoint"))


@pytest.fixture
def partition() -> str:
    return f"org~{uuid4().hex}"


def add(id: str, kind: str = "study", **body: JsonValue) -> Change:
    return Change("add", kind, id, body)


def replace(id: str, etag: str, **body: JsonValue) -> Change:
    return Change("replace", "study", id, body, etag)


def remove(id: str, etag: str) -> Change:
    return Change("remove", "study", id, {}, etag)


def ids(found: Sequence[Record]) -> list[str]:
    return [each.id for each in found]


def test_what_was_committed_is_read_back(records: RecordStore, partition: str) -> None:
    body: dict[str, JsonValue] = {
        "name": "Ñandú 日本 \U0001f9b4",
        "none": None,
        "true": True,
        "half": 0.5,
        "list": [1, {"a": []}],
    }
    [etag] = records.commit(partition, [Change("add", "study", "1", body)])
    assert records.get(partition, "study", "1") == Record(partition, "study", "1", body, etag)


def test_what_was_never_added_is_none(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add("1")])
    assert records.get(partition, "study", "2") is None
    assert records.get(partition, "report", "1") is None
    assert records.get(f"{partition}~2", "study", "1") is None


@pytest.mark.parametrize("id", ODD_IDS)
def test_an_id_may_hold_any_letter(records: RecordStore, partition: str, id: str) -> None:
    [etag] = records.commit(partition, [add(id, n=1)])
    [etag] = records.commit(partition, [replace(id, etag, n=2)])
    assert records.get(partition, "study", id) == Record(partition, "study", id, {"n": 2}, etag)
    assert ids(records.find(partition, "study")) == [id]
    records.commit(partition, [remove(id, etag)])
    assert records.get(partition, "study", id) is None


def test_ids_that_look_alike_when_escaped_are_different(records: RecordStore, partition: str) -> None:
    alike = ["a/b", "a=2Fb", "a%2Fb", "a=3D2Fb"]
    records.commit(partition, [add(id) for id in alike])
    assert sorted(ids(records.find(partition, "study"))) == sorted(alike)


def test_a_record_can_be_added_once(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add("1", by="first")])
    with pytest.raises(Conflict) as refused:
        records.commit(partition, [add("1", by="second")])
    assert not isinstance(refused.value, Stale)
    assert (found := records.get(partition, "study", "1"))
    assert found.body == {"by": "first"}


def test_each_change_gives_a_new_etag(records: RecordStore, partition: str) -> None:
    first, other = records.commit(partition, [add("1"), add("2")])
    second, gone = records.commit(partition, [replace("1", first), remove("2", other)])
    assert len({first, second, other}) == 3
    assert gone == ""


def test_a_stale_change_is_refused(records: RecordStore, partition: str) -> None:
    [old] = records.commit(partition, [add("1", n=1)])
    [new] = records.commit(partition, [replace("1", old, n=2)])
    for change in (replace("1", old, n=3), remove("1", old)):
        with pytest.raises(Stale):
            records.commit(partition, [change])
    assert records.get(partition, "study", "1") == Record(partition, "study", "1", {"n": 2}, new)


def test_what_is_gone_can_be_neither_replaced_nor_removed(records: RecordStore, partition: str) -> None:
    [etag] = records.commit(partition, [add("1")])
    records.commit(partition, [remove("1", etag)])
    for change in (replace("1", etag), remove("1", etag)):
        with pytest.raises(Stale):
            records.commit(partition, [change])


def test_what_was_removed_can_be_added_again_but_not_changed_with_its_old_etag(
    records: RecordStore, partition: str
) -> None:
    [old] = records.commit(partition, [add("1")])
    records.commit(partition, [remove("1", old)])
    records.commit(partition, [add("1", n=2)])
    with pytest.raises(Stale):
        records.commit(partition, [replace("1", old, n=3)])


FIRST = [add("new"), replace("kept", "ETAG", n=2), remove("gone", "ETAG")]
FAILING: list[tuple[str, list[Change], type[Exception]]] = [
    ("add", [*FIRST, add("taken")], Conflict),
    ("replace", [*FIRST, replace("taken", "not its etag")], Stale),
    ("remove", [*FIRST, remove("nowhere", "any")], Stale),
]


@pytest.mark.parametrize("case", FAILING, ids=lambda case: case[0])
def test_a_commit_that_fails_changes_nothing(
    records: RecordStore, partition: str, case: tuple[str, list[Change], type[Exception]]
) -> None:
    _, changes, error = case
    kept, gone, _ = records.commit(partition, [add("kept", n=1), add("gone"), add("taken")])
    etags = {"kept": kept, "gone": gone}
    with pytest.raises(error):
        records.commit(partition, [c._replace(etag=etags[c.id]) if c.etag == "ETAG" else c for c in changes])
    assert ids(records.find(partition, "study")) == ["gone", "kept", "taken"]
    assert records.get(partition, "study", "kept") == Record(partition, "study", "kept", {"n": 1}, kept)


def test_a_commit_of_nothing_is_no_error(records: RecordStore, partition: str) -> None:
    assert list(records.commit(partition, [])) == []


def test_a_commit_holds_at_most_100_changes(records: RecordStore, partition: str) -> None:
    assert len(records.commit(partition, [add(str(n)) for n in range(100)])) == 100
    with pytest.raises(ValueError, match="at most 100"):
        records.commit(partition, [add(str(n)) for n in range(100, 201)])
    assert records.count(partition, "study") == 100


def test_of_20_parallel_adds_one_wins(records: RecordStore, partition: str) -> None:
    together = Barrier(20)

    def attempt(number: int) -> int:
        together.wait()
        try:
            records.commit(partition, [add("1", number=number), add(f"of {number}", "mark")])
        except Conflict:
            return 0
        return 1

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(attempt, range(20))) == 1
    assert records.count(partition, "mark") == 1


def test_parallel_increments_lose_nothing(records: RecordStore, partition: str) -> None:
    records.commit(partition, [add("counter", n=0)])

    def increment(_: int) -> None:
        while (found := records.get(partition, "study", "counter")) and isinstance(n := found.body["n"], int):
            try:
                records.commit(partition, [replace("counter", found.etag, n=n + 1)])
            except Stale:
                continue
            return

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(increment, range(40)))
    assert (found := records.get(partition, "study", "counter"))
    assert found.body == {"n": 40}


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


def test_several_stores_may_use_one_file(tmp_path: Path) -> None:
    path = tmp_path / "imagini.sqlite"

    def fill(number: int) -> None:
        store = SqliteRecordStore(path)
        for n in range(20):
            store.commit("p", [add(f"{number} {n}")])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(fill, range(4)))
    assert SqliteRecordStore(path).count("p", "study") == 80
