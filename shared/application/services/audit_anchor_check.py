"""Are the chains of the audit still as far as they were when they were anchored?"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from shared.application.ports import Record
from shared.application.services.audit_anchors import Kept
from shared.domain.audit import AuditLine
from shared.domain.audit_anchor import FOLDER
from shared.domain.audit_fault import Fault
from shared.domain.partitions import ORGANIZATIONS

BEGINS_ANEW = {"organization.import", "organization.forget"}


class Awaited(NamedTuple):
    seal: str
    at: datetime


class AnchorCheck:
    """Is told anchors, then lines."""

    def __init__(self) -> None:
        self.anchors = 0
        self._awaited: dict[tuple[str, int], list[Awaited]] = defaultdict(list)
        self._anew: dict[str, datetime] = {}  # organizations that were forgotten, or brought here
        self._faults: list[Fault] = []

    def keep(self, kept: Kept) -> None:
        self.anchors += 1
        if kept.anchor is None:
            name = kept.name.removeprefix(FOLDER)
            self._faults.append(Fault(chain=FOLDER.strip("/"), line=name, what="was changed"))
            return
        for head in kept.anchor.heads:
            self._awaited[head.chain, head.number].append(Awaited(head.seal, kept.anchor.at))

    def line(self, record: Record) -> None:
        number = record.body.get("number")
        place = record.partition, number if isinstance(number, int) else 0
        if place in self._awaited:
            others = [one for one in self._awaited.pop(place) if one.seal != record.body.get("seal")]
            if others:
                self._awaited[place] = others
        if record.partition == ORGANIZATIONS and record.body.get("action") in BEGINS_ANEW:
            line = AuditLine.restore(record.body, record.etag)
            self._anew[line.target] = max(line.at, self._anew.get(line.target, line.at))

    def faults(self) -> Iterator[Fault]:
        yield from self._faults
        for (chain, number), awaited in sorted(self._awaited.items()):
            since = self._anew.get(chain.partition("~")[0])
            if missed := [one.at for one in awaited if since is None or one.at > since]:
                what = f"was there at {min(missed):%Y-%m-%d %H:%M}: these records are older, or others"
                yield Fault(chain=chain, line=str(number), what=what)
