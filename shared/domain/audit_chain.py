"""A chain of audit lines: each is sealed together with the seal of the one before.

The seals need a key that is kept elsewhere (Secrets): whoever can write records, and nothing else, can
neither change a line, nor take one out, nor put one in, without it being seen.
"""

import hmac
import json
from typing import ClassVar

from shared.domain.audit import AuditLine
from shared.domain.entity import Body, Entity
from shared.domain.partitions import study_in

HEAD = "head"


def seal_of(key: bytes, partition: str, id: str, body: Body) -> str:
    """Over everything that is stored but the seal itself, and over the place where it is stored."""
    sealed = {name: value for name, value in body.items() if name != "seal"}
    text = json.dumps([partition, id, sealed], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.digest(key, text.encode(), "sha256").hex()


class AuditChain(Entity):
    """The end of a chain: how many lines there are, and the seal of the last. One in each partition."""

    kind: ClassVar[str] = "audit-chain"
    is_rewritten: ClassVar[bool] = False

    id: str = HEAD
    number: int = 0
    last: str = ""
    patient: str = ""  # in the partition of a study: whose it is, once somebody has said so
    seal: str = ""

    def append(self, line: AuditLine, partition: str, key: bytes) -> None:
        """Give the line its number and its seal."""
        if of_study := study_in(partition):
            line.organization_id, line.study_uid = of_study
            line.patient = line.patient or self.patient
            self.patient = line.patient
        line.number, line.previous = self.number + 1, self.last
        line.seal = seal_of(key, partition, line.id, line.body())
        self.number, self.last = line.number, line.seal
        self.seal = seal_of(key, partition, self.id, self.body())
