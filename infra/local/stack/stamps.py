"""Knows by content whether something built is still what its sources say."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

NAME = ".imagini-stamp"  # hidden: the site does not serve it


def of_files(folder: Path, files: Iterable[Path]) -> str:
    """One hash over the names within the folder and the contents, whatever the order."""
    digest = hashlib.sha256()
    for file in sorted(files):
        name = file.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def sources(folder: Path, without: Iterable[str]) -> Iterator[Path]:
    """The files of a folder; `without` names what is installed, built, or another's, directly below it."""
    left_out = set(without)
    for entry in folder.iterdir():
        if entry.name in left_out or entry.name.startswith("."):
            continue
        found = entry.rglob("*") if entry.is_dir() else (entry,)
        yield from (file for file in found if file.is_file())


def fresh(built: Path, stamp: str) -> bool:
    file = built / NAME
    return file.is_file() and file.read_text() == stamp


def put(built: Path, stamp: str) -> None:
    (built / NAME).write_text(stamp)
