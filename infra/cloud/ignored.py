"""What .funcignore leaves out: the part of gitignore's language that we use."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

NAME = ".funcignore"


def patterns(root: Path) -> list[str]:
    """Raises ValueError for what would be understood otherwise by others."""
    lines = [line.strip() for line in (root / NAME).read_text().splitlines()]
    chosen = [line for line in lines if line and not line.startswith("#")]
    for line in chosen:
        if line.startswith("!") or "**" in line:
            raise ValueError(f"{NAME}: {line} is more than our tools agree on.")
    return chosen


def kept(root: Path, ignored: list[str]) -> Iterator[Path]:
    """The files that go along, below `root`."""
    for folder, names, files in root.walk():
        here = folder.relative_to(root)
        names[:] = sorted(name for name in names if not _matches(here / name, ignored, folder=True))
        yield from (here / name for name in sorted(files) if not _matches(here / name, ignored, folder=False))


def _matches(path: Path, ignored: list[str], *, folder: bool) -> bool:
    return any(_one(path, pattern, folder=folder) for pattern in ignored)


def _one(path: Path, pattern: str, *, folder: bool) -> bool:
    if pattern.endswith("/") and not folder:
        return False
    pattern = pattern.rstrip("/")
    if not pattern.startswith("/"):
        return fnmatchcase(path.name, pattern)
    parts = pattern[1:].split("/")
    return len(parts) == len(path.parts) and all(map(fnmatchcase, path.parts, parts))
