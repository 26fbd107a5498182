"""One connection per thread to one SQLite file, which other processes may use as well."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import local

from shared.domain.errors import Unavailable

BUSY_SECONDS = 10.0  # how long a writer waits for the writer of another process
_OUTSIDE = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_IOERR",
    "SQLITE_FULL",
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
)


class _Connection(sqlite3.Connection):
    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it never opened
            self.close()  # with its thread, and without a ResourceWarning


class Connections:
    def __init__(self, path: str | Path, schema: str) -> None:
        self._path, self._schema = Path(path), schema
        self._mine = local()

    def here(self) -> sqlite3.Connection:
        """The connection of this thread."""
        try:
            return self._mine.connection
        except AttributeError:
            self._mine.connection = self._open()
            return self._mine.connection

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, autocommit=True, check_same_thread=False, factory=_Connection
        )
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut
        db.create_function("holds", 2, _holds, deterministic=True)
        db.executescript(self._schema)
        return db


@contextmanager
def answering() -> Generator[None]:
    """Raises Unavailable where the file cannot be read or written, and lets mistakes in SQL through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if str(error.sqlite_errorname).startswith(_OUTSIDE):
            raise Unavailable("The record store does not answer.") from error
        raise


def _holds(text: object, part: str) -> bool:
    """SQLite's own LIKE folds the case of ASCII only."""
    return isinstance(text, str) and part in text.lower()
