"""Tells at each gigabyte how far a long piece of work has come."""

from infra.local.stack.progress import tell

GB = 1 << 30


class Gigabytes:
    def __init__(self, what: str, whole: int | None = None) -> None:
        self._what, self._of = what, f" of {whole / GB:.1f}" if whole else ""
        self._done = self._told = 0

    def add(self, size: int) -> None:
        self._done += size
        if self._done - self._told >= GB:
            self._told = self._done
            tell(f"{self._what}: {self._done / GB:.0f}{self._of} GB")
