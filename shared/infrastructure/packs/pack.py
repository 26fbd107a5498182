"""A series as it is served: where each instance lies, and its metadata, compressed once."""

import gzip
import json
from collections.abc import Iterable
from typing import NamedTuple, Self

from shared.infrastructure.packs.instance import StoredInstance, order_of

REVISION, LENGTH = 32, 12  # characters before the index: which state of the series, and how long the index is


class Pack(NamedTuple):
    revision: str  # the state of the series that this was made from
    instances: dict[str, StoredInstance]  # by UID, in the order of their numbers
    metadata: bytes  # gzip of a JSON array

    @classmethod
    def of(cls, revision: str, instances: Iterable[StoredInstance], metadata: Iterable[object]) -> Self:
        listed = "[" + ",".join(json.dumps(one, separators=(",", ":")) for one in metadata) + "]"
        found = {one.sop_uid: one._replace(metadata="") for one in sorted(instances, key=order_of)}
        return cls(revision, found, gzip.compress(listed.encode(), 6, mtime=0))

    @property
    def etag(self) -> str:
        return f'"{self.revision}"'

    @property
    def weight(self) -> int:
        """Bytes in memory, about."""
        return len(self.metadata) + sum(1000 + 150 * len(one.frames) for one in self.instances.values())

    @property
    def blobs(self) -> dict[str, int]:
        """Those in which the files lie, with their sizes."""
        return {one.blob: one.end for one in sorted(self.instances.values(), key=lambda one: one.offset)}

    def packed(self) -> bytes:
        index = gzip.compress(json.dumps([list(one) for one in self.instances.values()]).encode(), 6)
        return f"{self.revision:<{REVISION}}{len(index):{LENGTH}}".encode() + index + self.metadata

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        revision, at = data[:REVISION].decode().strip(), REVISION + LENGTH
        end = at + int(data[REVISION:at])
        found = [StoredInstance(*one) for one in json.loads(gzip.decompress(data[at:end]))]
        return cls(revision, {one.sop_uid: one for one in found}, data[end:])
