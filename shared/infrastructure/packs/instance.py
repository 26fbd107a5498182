"""One instance as it is stored: its file lies in a blob, perhaps behind those of others."""

from typing import Any, NamedTuple


class StoredInstance(NamedTuple):
    """What is kept of an instance beside its bytes."""

    sop_uid: str
    series_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    number: int | None
    blob: str
    size: int  # bytes
    digest: str  # SHA-256 of the file
    frames: list[list[int]]  # offset and length of each, in bytes of the file
    metadata: str = ""  # DICOM JSON, packed; empty where it is kept elsewhere
    offset: int = 0  # where the file begins in its blob

    @property
    def body(self) -> dict[str, Any]:
        return self._asdict()

    @property
    def end(self) -> int:
        return self.offset + self.size


def order_of(one: StoredInstance) -> tuple[bool, int | None, str]:
    """By number, where there is one."""
    return one.number is None, one.number, one.sop_uid
