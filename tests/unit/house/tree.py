"""The files of this repository, without what is installed or built."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
NOT_OURS = frozenset({"node_modules", "out", "dist", "__pycache__", "test-results"})
TOP = sorted(
    p for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".") and p.name not in NOT_OURS
)


def files(*folders: str, endings: tuple[str, ...]) -> Iterator[Path]:
    """Those below the folders, by the ends of their names."""
    for folder in folders:
        for parent, names, found in (ROOT / folder).walk():
            names[:] = sorted(name for name in names if name not in NOT_OURS and not name.startswith("."))
            yield from (parent / name for name in sorted(found) if name.endswith(endings))


def shown(file: Path) -> str:
    return str(file.relative_to(ROOT))
