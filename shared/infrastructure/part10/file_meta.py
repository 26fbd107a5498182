"""The File Meta Information of a DICOM Part 10 file (PS3.10 7.1), read without the data set behind it."""

import struct
from typing import NamedTuple

from shared.application.dicom.store_answer import Failure
from shared.imaging.survey import LONG

PREAMBLE = 128  # bytes, then "DICM"
START = PREAMBLE + 4
GROUP = 0x0002  # always explicit little endian
LONGEST_UID = 64
LONGEST = 1 << 16  # bytes of this header; some hundred are usual
TOO_LARGE = "The header of the file is too large."


class Refused(Exception):
    """A file that is not stored: a failure reason of PS3.18 I.2.2, and a sentence."""

    def __init__(self, failure: Failure, comment: str) -> None:
        super().__init__(comment)
        self.failure, self.comment = failure, comment


class FileMeta(NamedTuple):
    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str
    end: int  # where the data set begins


def read_file_meta(data: bytes) -> FileMeta:
    """Raises Refused."""
    if data[PREAMBLE:START] != b"DICM":
        raise Refused(Failure.NOT_UNDERSTOOD, "This is not a DICOM file.")
    values: dict[int, str] = {}
    at = START
    try:
        while struct.unpack_from("<H", data, at)[0] == GROUP:
            element, value, at = _element(data, at)
            values[element] = value
            if at > START + LONGEST:
                raise Refused(Failure.NOT_UNDERSTOOD, TOO_LARGE)
    except struct.error as error:
        raise Refused(Failure.NOT_UNDERSTOOD, "The file ends within its header.") from error
    if not values.get(0x0010):
        raise Refused(Failure.NOT_UNDERSTOOD, "The file does not say how it is encoded (no transfer syntax).")
    return FileMeta(values.get(0x0002, ""), values.get(0x0003, ""), values[0x0010], at)


def _element(data: bytes, at: int) -> tuple[int, str, int]:
    """The element number, its value as text, and where the next one begins."""
    element, vr = struct.unpack_from("<H2s", data, at + 2)
    if vr in LONG:
        [length] = struct.unpack_from("<I", data, at + 8)
        at += 12
    else:
        [length] = struct.unpack_from("<H", data, at + 6)
        at += 8
    if at + length > len(data):
        raise Refused(Failure.NOT_UNDERSTOOD, "The file ends within its header.")
    value = data[at : at + length] if length <= LONGEST_UID else b""
    return element, value.rstrip(b"\0 ").decode("latin-1"), at + length
