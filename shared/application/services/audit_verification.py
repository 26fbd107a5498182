"""What is wrong with the audit, told from everything that is stored of it.

A line's seal tells that it was changed; a gap in the numbers of a chain, that one is missing; and a listing
without its line says whose it was. Who has no key can hide none of the three.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from shared.application.models.audit import listings
from shared.application.ports import Record
from shared.application.services.audit_chain_check import check_chain, faulty, named
from shared.domain.audit import AuditLine
from shared.domain.audit_chain import AuditChain, seal_of
from shared.domain.audit_fault import Fault
from shared.domain.entity import Value

UNDER_WAY = timedelta(minutes=10)  # how long a line may take to its listing


class Verified(Value):
    lines: int = 0
    chains: int = 0
    listed: int = 0
    older: int = 0  # from before there were chains
    anchors: int = 0  # that these records were held against
    faults: tuple[Fault, ...] = ()


class Verification:
    """Is told listings, then ends of chains, then lines, each in the order of their partitions."""

    def __init__(self, key: bytes, since: datetime | None, now: datetime) -> None:
        self._key, self._since, self._now = key, since, now
        self._listed: dict[tuple[str, str], dict[str, Record]] = defaultdict(dict)  # by line, then by list
        self._heads: dict[str, AuditChain] = {}
        self._lines: list[Record] = []  # of the chain that is being read
        self._chain = ""
        self._counts = dict.fromkeys(("lines", "chains", "listed", "older"), 0)
        self._faults: list[Fault] = []

    def listing(self, record: Record) -> None:
        self._counts["listed"] += 1
        self._listed[str(record.body.get("chain")), record.id][record.partition] = record

    def head(self, record: Record) -> None:
        self._counts["chains"] += 1
        head = AuditChain.restore(record.body, record.etag)
        if head.seal != seal_of(self._key, record.partition, record.id, record.body):
            self._faults.append(Fault(chain=record.partition, line="end", what="was changed"))
        self._heads[record.partition] = head

    def line(self, record: Record) -> None:
        if record.partition != self._chain:
            self._finish_chain()
            self._chain = record.partition
        self._lines.append(record)

    def result(self) -> Verified:
        self._finish_chain()
        for chain, head in sorted(self._heads.items()):  # which nobody has told a line of
            self._faults += check_chain(chain, head, [], self._key)
        self._faults += self._orphans()
        return Verified(**self._counts, faults=tuple(self._faults))

    def _finish_chain(self) -> None:
        sealed = [record for record in self._lines if record.body.get("number")]
        self._faults += [fault for record in self._lines if (fault := self._unsealed(record))]
        self._counts["older"] += len(self._lines) - len(sealed)
        self._counts["lines"] += len(self._lines)
        if sealed or self._chain in self._heads:
            head = self._heads.pop(self._chain, None)
            self._faults += check_chain(self._chain, head, sealed, self._key)
        for record in sealed:
            self._faults += self._listed_wrongly(record)
        self._lines = []

    def _unsealed(self, record: Record) -> Fault | None:
        """What is older than the first chain has no seal; whatever else has none was put in."""
        if record.body.get("number"):
            return None
        line = AuditLine.restore(record.body, record.etag)
        inserted = self._since is not None and line.at >= self._since
        return (
            Fault(chain=record.partition, line=named(record.body), what="was inserted") if inserted else None
        )

    def _listed_wrongly(self, record: Record) -> Iterator[Fault]:
        found = self._listed.pop((record.partition, record.id), {})
        if faulty(record, self._key):
            return
        line = AuditLine.restore(record.body, record.etag)
        overdue = self._now - line.at > UNDER_WAY
        for task in listings(line, record.partition):
            listing = found.pop(task.log, None)
            if listing is None and overdue:
                yield self._fault(record, f"is not listed in {task.log}")
            elif listing and any(listing.body.get(name) != told for name, told in record.body.items()):
                yield self._fault(record, f"is listed in {task.log} in other words")
        for log in found:
            yield self._fault(record, f"is listed in {log}, where it does not belong")

    def _orphans(self) -> Iterator[Fault]:
        """Listings that are left: their lines are gone, or never were."""
        for (chain, id), found in sorted(self._listed.items()):
            for listing in found.values():
                body = {name: value for name, value in listing.body.items() if name != "chain"}
                genuine = body.get("seal") == seal_of(self._key, chain, id, body)
                what = "was removed" if genuine else f"was inserted into {listing.partition}"
                yield Fault(chain=chain, line=named(body), what=what)
                break

    def _fault(self, record: Record, what: str) -> Fault:
        return Fault(chain=record.partition, line=named(record.body), what=what)
