"""Records in an embedded SQLite file: the default for development and small sites."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from uuid import uuid4

from shared.application.ports import Change, Condition, Record
from shared.domain.errors import Conflict, Stale
from shared.infrastructure.record_limits import check_changes
from shared.infrastructure.sqlite.conditions import term, where
from shared.infrastructure.sqlite.connections import Connections, answering

SCHEMA = """
CREATE TABLE IF NOT EXISTS records (
    partition TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    body TEXT NOT NULL, etag TEXT NOT NULL,
    PRIMARY KEY (partition, kind, id)
);
CREATE INDEX IF NOT EXISTS records_of_a_kind ON records (kind, partition, id);
"""
COLUMNS = "partition, kind, id, body, etag"
type Row = tuple[str, str, str, str, str]


class SqliteRecordStore:
    def __init__(self, path: str | Path) -> None:
        self._connections = Connections(path, SCHEMA)
        self._writing = Lock()  # threads of this process take turns, instead of polling the file

    def get(self, partition: str, kind: str, id: str) -> Record | None:
        sql = f"SELECT {COLUMNS} FROM records WHERE partition = ? AND kind = ? AND id = ?"
        rows = self._rows(sql, (partition, kind, id))
        return _record(rows[0]) if rows else None

    def find(
        self,
        partition: str,
        kind: str,
        where: Sequence[Condition] = (),
        *,
        order: str = "id",
        descending: bool = False,
        offset: int = 0,
        limit: int = 50,
    ) -> Sequence[Record]:
        matching, values = _matching(partition, kind, where)
        direction = "DESC" if descending else "ASC"
        sql = (
            f"SELECT {COLUMNS} {matching} ORDER BY {term(order)} {direction}, id {direction} LIMIT ? OFFSET ?"
        )
        return [_record(row) for row in self._rows(sql, (*values, limit, offset))]

    def count(self, partition: str, kind: str, where: Sequence[Condition] = ()) -> int:
        matching, values = _matching(partition, kind, where)
        with answering():
            return self._connections.here().execute(f"SELECT count(*) {matching}", values).fetchone()[0]

    def scan(self, kind: str, *, after: tuple[str, str] = ("", ""), limit: int = 100) -> Sequence[Record]:
        sql = (
            f"SELECT {COLUMNS} FROM records WHERE kind = ? AND (partition, id) > (?, ?)"
            " ORDER BY partition, id LIMIT ?"
        )
        return [_record(row) for row in self._rows(sql, (kind, *after, limit))]

    def commit(self, partition: str, changes: Sequence[Change]) -> Sequence[str]:
        check_changes(changes)
        bodies = [json.dumps(change.body, allow_nan=False) for change in changes]
        with answering(), self._writing:
            db = self._connections.here()
            db.execute("BEGIN IMMEDIATE")
            try:
                etags = [
                    _apply(db, partition, change, body) for change, body in zip(changes, bodies, strict=True)
                ]
                db.execute("COMMIT")
            except BaseException:
                db.execute("ROLLBACK")
                raise
        return etags

    def _rows(self, sql: str, values: Sequence[str | int]) -> list[Row]:
        with answering():
            return self._connections.here().execute(sql, values).fetchall()


def _matching(partition: str, kind: str, conditions: Sequence[Condition]) -> tuple[str, list[str | int]]:
    sql, values = where(conditions)
    return f"FROM records WHERE partition = ? AND kind = ?{sql}", [partition, kind, *values]


def _apply(db: sqlite3.Connection, partition: str, change: Change, body: str) -> str:
    this, etag = (partition, change.kind, change.id), uuid4().hex
    same = "partition = ? AND kind = ? AND id = ? AND etag = ?"
    match change.action:
        case "add":
            sql = f"INSERT OR IGNORE INTO records ({COLUMNS}) VALUES (?, ?, ?, ?, ?)"
            if not db.execute(sql, (*this, body, etag)).rowcount:
                raise Conflict(f"This {change.kind} exists already.")
            return etag
        case "replace":
            sql, values = f"UPDATE records SET body = ?, etag = ? WHERE {same}", (body, etag)
        case "remove":
            sql, values, etag = f"DELETE FROM records WHERE {same}", (), ""
    if not db.execute(sql, (*values, *this, change.etag)).rowcount:
        raise Stale(f"This {change.kind} was changed by somebody else.")
    return etag


def _record(row: Row) -> Record:
    partition, kind, id, body, etag = row
    return Record(partition, kind, id, json.loads(body), etag)
