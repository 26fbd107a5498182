"""Every record below a name, page by page: an open cursor would keep the file's log from being cut."""

import json
from collections.abc import Iterator
from pathlib import Path

from shared.application.ports import Record
from shared.infrastructure.sqlite.connections import Connections, answering
from shared.infrastructure.sqlite.record_store import SCHEMA

PAGE = 200  # records read at once
SQL = """
SELECT partition, kind, id, body, etag FROM records
WHERE partition >= ? AND partition < ? AND (partition, kind, id) > (?, ?, ?)
ORDER BY partition, kind, id LIMIT ?
"""


class SqliteHoldings:
    def __init__(self, path: str | Path) -> None:
        self._connections = Connections(path, SCHEMA)

    def under(self, prefix: str) -> Iterator[Record]:
        """Raises ValueError for no prefix: that would be everybody's."""
        if not prefix:
            raise ValueError("Say whose records.")
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        after = ("", "", "")
        while rows := self._page(prefix, end, after):
            for partition, kind, id, body, etag in rows:
                yield Record(partition, kind, id, json.loads(body), etag)
            after = rows[-1][:3]

    def _page(
        self, prefix: str, end: str, after: tuple[str, str, str]
    ) -> list[tuple[str, str, str, str, str]]:
        with answering():
            return self._connections.here().execute(SQL, (prefix, end, *after, PAGE)).fetchall()
