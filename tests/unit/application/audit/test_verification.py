"""Whoever can write records, and has no key, changes nothing in the audit unseen. # threat 17"""

import hashlib
import json
import sqlite3
from typing import Any

import pytest

from shared.application.commands.log_audit import LogAudit
from shared.application.queries.list_findings import ListFindings
from shared.application.queries.verify_audit import VerifyAudit
from shared.domain import partitions
from shared.domain.access import PLATFORM
from tests.builders import HOSPITAL, STUDY
from tests.world import World

CHAIN = partitions.study(HOSPITAL, STUDY)
LOG = partitions.audit(HOSPITAL, "2026-03")


@pytest.fixture
def read(chest: World) -> World:
    """The same study, looked at four times, each on record and listed."""
    for _ in range(4):
        chest.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))
        chest.time.passes(minutes=6)
    chest.work(LogAudit)
    chest.time.passes(hours=1)
    return chest


def faults(world: World) -> list[tuple[str, str]]:
    """Of which line, and what is wrong with it."""
    found = world.send(VerifyAudit(), PLATFORM)
    return [(fault.line.split()[0], fault.what) for fault in found.faults]


def database(world: World) -> sqlite3.Connection:
    return sqlite3.connect(world.folder / "imagini.sqlite", autocommit=True)


def body(world: World, number: int, kind: str = "audit") -> dict[str, Any]:
    sql = "SELECT body FROM records WHERE kind = ? AND body ->> '$.number' = ?"
    [text] = database(world).execute(sql, (kind, number)).fetchone()
    return json.loads(text)


def overwrite(world: World, number: int, changed: dict[str, Any], kind: str = "audit") -> None:
    sql = "UPDATE records SET body = ? WHERE kind = ? AND body ->> '$.number' = ?"
    assert database(world).execute(sql, (json.dumps(changed), kind, number)).rowcount == 1


def delete(world: World, *kinds: str, number: int | None = None) -> None:
    sql = "DELETE FROM records WHERE kind = ?1 AND (?2 IS NULL OR body ->> '$.number' = ?2)"
    for kind in kinds:
        assert database(world).execute(sql, (kind, number)).rowcount


def test_what_nobody_has_touched_is_whole(read: World) -> None:
    found = read.send(VerifyAudit(), PLATFORM)

    assert (found.lines, found.chains, found.listed, found.faults) == (4, 1, 4, ())


def test_nothing_is_wrong_where_nothing_happened(world: World) -> None:
    assert world.send(VerifyAudit(), PLATFORM).lines == 0


@pytest.mark.parametrize(
    "change",
    [{"actor_name": "Somebody Else"}, {"patient": ""}, {"at": "2020-01-01T00:00:00Z"}, {"detail": "more"}],
    ids=str,
)
def test_a_changed_line_is_named(read: World, change: dict[str, Any]) -> None:
    overwrite(read, 2, body(read, 2) | change)

    assert faults(read) == [("2", "was changed or inserted")]


def test_a_removed_line_is_named_twice_by_its_gap_and_by_its_listing(read: World) -> None:
    delete(read, "audit", number=3)

    assert faults(read) == [("3", "was removed"), ("3", "was removed")]


def test_a_line_removed_with_its_listing_leaves_a_gap(read: World) -> None:
    delete(read, "audit", "audit-entry", number=3)

    assert faults(read) == [("3", "was removed")]


def test_lines_cut_off_at_the_end_are_missed(read: World) -> None:
    delete(read, "audit", "audit-entry", number=4)

    assert faults(read) == [("4", "was removed")]


def test_a_whole_chain_that_was_removed_is_missed_by_its_listings(read: World) -> None:
    delete(read, "audit", "audit-chain")

    assert sorted(faults(read)) == [(str(number), "was removed") for number in range(1, 5)]


def test_an_end_set_back_to_an_earlier_one_does_not_hide_what_followed(read: World) -> None:
    sql = "SELECT body FROM records WHERE kind = 'audit-chain'"
    [before] = database(read).execute(sql).fetchone()
    read.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))
    read.work(LogAudit)
    delete(read, "audit", number=5)
    database(read).execute("UPDATE records SET body = ? WHERE kind = 'audit-chain'", (before,))

    assert faults(read) == [("5", "was removed")]


def test_an_end_that_was_made_up_is_named(read: World) -> None:
    delete(read, "audit", "audit-entry", number=4)
    sql = "UPDATE records SET body = json_set(body, '$.number', 3, '$.last', ?) WHERE kind = 'audit-chain'"
    database(read).execute(sql, (body(read, 3)["seal"],))

    assert faults(read) == [("end", "was changed")]


def test_an_inserted_line_is_named(read: World) -> None:
    forged = body(read, 2) | {"id": "f" * 32, "actor_name": "Innocent"}
    sql = "INSERT INTO records VALUES (?, 'audit', ?, ?, 'e')"
    database(read).execute(sql, (CHAIN, forged["id"], json.dumps(forged)))

    assert faults(read) == [("2", "was changed or inserted")]


def test_a_line_without_a_seal_is_named(read: World) -> None:
    forged = body(read, 2) | {"id": "f" * 32, "number": 0, "seal": "", "previous": ""}
    sql = "INSERT INTO records VALUES (?, 'audit', ?, ?, 'e')"
    database(read).execute(sql, (CHAIN, forged["id"], json.dumps(forged)))

    assert faults(read) == [("0", "was inserted")]


def test_two_lines_that_were_swapped_are_named(read: World) -> None:
    second, third = body(read, 2), body(read, 3)
    sql = "UPDATE records SET body = ? WHERE kind = 'audit' AND id = ?"
    for id, other in ((second["id"], third), (third["id"], second)):
        database(read).execute(sql, (json.dumps(other), id))

    assert sorted(faults(read))[:2] == [("2", "was changed or inserted"), ("3", "was changed or inserted")]


def test_a_tail_that_was_sealed_anew_without_the_key_is_named_line_by_line(read: World) -> None:
    previous = body(read, 1)["seal"]
    for number in (2, 3, 4):
        changed = body(read, number) | {"actor_name": "Nobody", "previous": previous}
        previous = hashlib.sha256(json.dumps(changed, sort_keys=True).encode()).hexdigest()
        overwrite(read, number, changed | {"seal": previous})

    assert [line for line, what in faults(read) if what == "was changed or inserted"] == ["2", "3", "4"]


def test_a_listing_that_was_changed_or_removed_is_named(read: World) -> None:
    overwrite(read, 1, body(read, 1, "audit-entry") | {"actor_name": "Nobody"}, "audit-entry")
    delete(read, "audit-entry", number=2)

    assert sorted(faults(read)) == [
        ("1", f"is listed in {LOG} in other words"),
        ("2", f"is not listed in {LOG}"),
    ]


def test_a_listing_of_what_never_happened_is_named(read: World) -> None:
    forged = body(read, 2, "audit-entry") | {"id": "f" * 32}
    sql = "INSERT INTO records VALUES (?, 'audit-entry', ?, ?, 'e')"
    database(read).execute(sql, (LOG, forged["id"], json.dumps(forged)))

    assert faults(read) == [("2", f"was inserted into {LOG}")]


def test_a_line_that_has_just_been_written_may_be_on_its_way_to_the_list(read: World) -> None:
    read.send(ListFindings(organization_id=HOSPITAL, study_uid=STUDY))

    assert faults(read) == []
    read.time.passes(minutes=11)
    assert faults(read) == [("5", f"is not listed in {LOG}")]
