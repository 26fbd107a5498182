"""One `up` per data folder."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any


class Busy(Exception):
    """Another `up` holds the folder; the text says where it can be reached."""


class Lock:
    """Held until the process ends, however it ends."""

    def __init__(self, data: Path) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self._data = data
        self._file = (data / "up.lock").open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(self._holder()) from None

    def _holder(self) -> str:
        self._file.seek(0)
        text = self._file.read()
        known: dict[str, Any] = json.loads(text) if text else {}
        where = f" at {known['url']} (process {known['pid']})" if known else ""
        return f"imagini already runs on {self._data}{where}. Stop it first, or choose another --data."

    def announce(self, url: str) -> None:
        """Let the next one know where we are."""
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), "url": url}, self._file)
        self._file.flush()
