"""Puts audit lines at the end of their partition's chain, in the commit that they are part of."""

import random
import time
from collections.abc import Sequence
from threading import RLock

from shared.application.ports import Change, RecordStore
from shared.application.services.audit_key import AuditKey
from shared.domain.audit import AuditLine
from shared.domain.audit_chain import HEAD, AuditChain
from shared.domain.errors import Conflict, Unavailable

TRIES = 25  # at being the next in a chain that others write to as well
PAUSE = 0.02  # seconds at most, between two tries


class AuditChains:
    def __init__(self, store: RecordStore, key: AuditKey) -> None:
        self._store, self._key = store, key
        self._turns = [RLock() for _ in range(64)]  # threads of this process do not get in each other's way

    def head(self, partition: str) -> AuditChain:
        record = self._store.get(partition, AuditChain.kind, HEAD)
        return AuditChain.restore(record.body, record.etag) if record else AuditChain()

    def commit(self, partition: str, changes: Sequence[Change], lines: Sequence[AuditLine]) -> Sequence[str]:
        """The etags of the changes. Tried again where only the end of the chain has moved.

        Raises what the store raises; Unavailable where others are always faster.
        """
        with self._turns[hash(partition) % len(self._turns)]:
            head = self.head(partition)
            for _ in range(TRIES):
                known = head.etag
                chained = [*changes, *self._links(head, partition, lines)]
                try:
                    return self._store.commit(partition, chained)[: len(changes)]
                except Conflict:
                    head = self.head(partition)
                    if head.etag == known:  # so it is something else that others have changed
                        raise
                time.sleep(random.uniform(0, PAUSE))  # noqa: S311 (who is next is no secret)
        raise Unavailable("Too much is being put on record at once. Please try again.")

    def _links(self, head: AuditChain, partition: str, lines: Sequence[AuditLine]) -> list[Change]:
        for line in lines:
            head.append(line, partition, self._key.value)
        action = "replace" if head.etag else "add"
        return [
            *(Change("add", line.kind, line.id, line.body()) for line in lines),
            Change(action, head.kind, head.id, head.body(), head.etag),
        ]
