"""Secrets of an embedded installation: one file each, readable by its owner only."""

import os
import re
from pathlib import Path


class FileSecrets:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, value: str) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._path(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(value)

    def get(self, name: str) -> str | None:
        path = self._path(name)
        return path.read_text() if path.exists() else None

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not re.fullmatch(r"[a-z0-9-]{1,127}", name):
            raise ValueError(f"not a secret's name: {name!r}")
        return self._folder / name
