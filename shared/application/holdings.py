"""All that is stored of somebody, whatever it is: for those who hand it on, or delete it, as a whole."""

from collections.abc import Iterator
from typing import Protocol

from shared.application.ports import Record


class RecordHoldings(Protocol):
    def under(self, prefix: str) -> Iterator[Record]:
        """Records of every kind in the partitions that begin so; those of one partition come together.

        What is written or removed meanwhile may be among them or not.
        """
        ...


class BlobHoldings(Protocol):
    def under(self, prefix: str) -> Iterator[str]:
        """The names that begin so, in order."""
        ...
