"""A series as it is served: where each instance lies, and its metadata, compressed once."""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple, Self

from shared.infrastructure.packs.instance import StoredInstance, order_of

REVISION, LENGTH = 32, 12  # characters before the index: which state of the series, and how long the index is


class Light(NamedTuple):
    """Where smaller forms of an instance's frames lie, in JPEG-LS."""

    blob: str
    frames: list[list[int]]  # offset and length of each in the blob; no length: there is none

    @classmethod
    def of(cls, blob: str, at: int, frames: Sequence[bytes]) -> Self:
        ends = accumulate(map(len, frames), initial=at)
        return cls(blob, [[begin, len(frame)] for begin, frame in zip(ends, frames, strict=False)])

    @property
    def end(self) -> int:
        return sum(self.frames[-1])


class Pack(NamedTuple):
    revision: str  # the state of the series that this was made from
    instances: dict[str, StoredInstance]  # by UID, in the order of their numbers
    metadata: bytes  # gzip of a JSON array
    lights: Mapping[str, Light] = MappingProxyType({})  # by UID

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
        """Those that a viewer reads, with their sizes."""
        found: dict[str, int] = {}
        for one in self.instances.values():
            read = self.lights.get(one.sop_uid, one)
            found[read.blob] = max(found.get(read.blob, 0), read.end)
        return found

    def packed(self) -> bytes:
        index = gzip.compress(json.dumps([list(self.instances.values()), dict(self.lights)]).encode(), 6)
        return f"{self.revision:<{REVISION}}{len(index):{LENGTH}}".encode() + index + self.metadata

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """Raises ValueError for what was packed by another release, or is damaged."""
        try:
            return cls._unpacked(data)
        except (OSError, EOFError, TypeError, LookupError, AttributeError, zlib.error) as error:
            raise ValueError from error

    @classmethod
    def _unpacked(cls, data: bytes) -> Self:
        revision, at = data[:REVISION].decode().strip(), REVISION + LENGTH
        end = at + int(data[REVISION:at])
        instances, lights = json.loads(gzip.decompress(data[at:end]))
        found = [StoredInstance(*one) for one in instances]
        smaller = {uid: Light(*light) for uid, light in lights.items()}
        return cls(revision, {one.sop_uid: one for one in found}, data[end:], smaller)
