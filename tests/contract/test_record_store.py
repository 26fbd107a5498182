"""Every record store keeps these promises about commits and what is read back."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from pydantic import JsonValue

from shared.application.ports import Change, Record, RecordStore
from shared.domain.errors import Conflict, Stale
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from tests.contract.changes import add, ids, remove, replace

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


def test_several_stores_may_use_one_file(tmp_path: Path) -> None:
    path = tmp_path / "imagini.sqlite"

    def fill(number: int) -> None:
        store = SqliteRecordStore(path)
        for n in range(20):
            store.commit("p", [add(f"{number} {n}")])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(fill, range(4)))
    assert SqliteRecordStore(path).count("p", "study") == 80
