"""Audit lines that move keep their numbers and words, and are sealed with the key of where they come to.

The same key gives the same seals, so what comes back to its own installation is word for word what it was.
"""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from shared.application.models.audit import listings
from shared.application.ports import Record
from shared.application.services.audit_chain_check import check_chain
from shared.domain.audit import AuditEntry, AuditLine
from shared.domain.audit_chain import AuditChain, seal_of
from shared.domain.audit_fault import Fault

type Stored = dict[str, JsonValue]


class Chain:
    """The lines of one partition, and their end."""

    def __init__(self, partition: str) -> None:
        self.partition = partition
        self.lines: list[Record] = []
        self.head: Record | None = None

    def take(self, record: Record) -> bool:
        """Whether it is a part of the chain."""
        if record.kind == AuditLine.kind:
            self.lines.append(record)
        elif record.kind == AuditChain.kind:
            self.head = record
        else:
            return False
        return True

    def faults(self, key: bytes) -> list[Fault]:
        sealed = [record for record in self.lines if record.body.get("number")]
        head = self.head and AuditChain.restore(self.head.body, self.head.etag)
        found = list(check_chain(self.partition, head, sealed, key)) if sealed or head else []
        if self.head and self.head.body.get("seal") != _seal(self.head, key):
            found.append(Fault(chain=self.partition, line="end", what="was changed"))
        return found

    def sealed_with(self, key: bytes) -> list[Record]:
        """The lines in their order, and the end of the chain after them."""
        previous, moved = "", list[Record]()
        for record in sorted(self.lines, key=_number):
            if _number(record):  # what has none is older than all chains, and has no seal
                record.body["previous"] = previous
                record.body["seal"] = previous = _seal(record, key)
            moved.append(record)
        if self.head:
            self.head.body["last"] = previous
            self.head.body["seal"] = _seal(self.head, key)
            moved.append(self.head)
        return moved

    @property
    def as_it_was(self) -> list[Record]:
        return [*self.lines, *([self.head] if self.head else [])]


def listed(record: Record) -> Iterator[Record]:
    """A line in the lists that its readers read."""
    if not _number(record):
        return
    line = AuditLine.restore(record.body, record.etag)
    for task in listings(line, record.partition):
        yield Record(task.log, AuditEntry.kind, record.id, record.body | {"chain": record.partition}, "")


def renewed(entries: Sequence[Record]) -> list[AuditLine]:
    """Lines of which only the listing has come along, to be put into a chain of their own."""
    bodies = [
        ({k: v for k, v in entry.body.items() if k != "chain"}, entry.etag)
        for entry in sorted(entries, key=lambda entry: str(entry.body.get("at")))
    ]
    return [
        AuditLine.restore(body | {"number": 0, "previous": "", "seal": ""}, etag) for body, etag in bodies
    ]


def _number(record: Record) -> int:
    number = record.body.get("number")
    return number if isinstance(number, int) else 0


def _seal(record: Record, key: bytes) -> str:
    return seal_of(key, record.partition, record.id, record.body)
