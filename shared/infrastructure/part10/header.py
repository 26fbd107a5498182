"""A few values near the beginning of a data set, read in microseconds: for files that pass by hundreds."""

import struct
from collections.abc import Collection

from shared.imaging.survey import LONG, UNDEFINED

GROUP_OF_PIXELS = 0x7FE0
IMPLICIT = "1.2.840.10008.1.2"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"  # 292 KB can become 300 MB as soon as it is opened


def values(data: bytes, at: int, transfer_syntax_uid: str, wanted: Collection[int]) -> dict[int, str] | None:
    """By tag, as text. `at`: where the data set begins. None where it takes a parser to tell."""
    if transfer_syntax_uid in (BIG_ENDIAN, DEFLATED):
        return None
    explicit, last = transfer_syntax_uid != IMPLICIT, max(wanted)
    found: dict[int, str] = {}
    while at + 8 <= len(data):
        group, element = struct.unpack_from("<HH", data, at)
        tag = group << 16 | element
        if tag > last or group >= GROUP_OF_PIXELS:
            return found
        at, length = _value(data, at, explicit)
        if length == UNDEFINED or at + length > len(data):
            return None
        if tag in wanted:
            found[tag] = data[at : at + length].strip(b"\0 ").decode("latin-1")
        at += length
    return found


def _value(data: bytes, at: int, explicit: bool) -> tuple[int, int]:
    """Where it begins, and its length."""
    if not explicit:
        return at + 8, struct.unpack_from("<I", data, at + 4)[0]
    vr, short = struct.unpack_from("<2sH", data, at + 4)
    if vr not in LONG:
        return at + 8, short
    if at + 12 > len(data):
        return at + 12, UNDEFINED
    return at + 12, struct.unpack_from("<I", data, at + 8)[0]
