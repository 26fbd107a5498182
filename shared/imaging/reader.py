"""From bytes to a data set, expecting the worst of them."""

import zlib
from io import BytesIO

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.filereader import read_dataset
from pydicom.tag import BaseTag
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from shared.imaging.errors import UNKNOWN, ImagingError, NotDicom, TooLarge, Truncated, Undecodable
from shared.imaging.limits import MAX_ELEMENTS, MAX_INFLATED
from shared.imaging.survey import PIXELS, Cut, TooDeep, TooMany, survey

PREAMBLE = 132
LONGEST_META = 1 << 16
"""Bytes of the file meta information; some hundred are usual."""


def read(data: bytes) -> FileDataset:
    """The data set of a DICOM file (PS3.10). Raises ImagingError."""
    return _opened(data, pixels=True)


def read_header(data: bytes) -> FileDataset:
    """The same without its pixels, in a thousandth of the time and memory. Raises ImagingError."""
    return _opened(data, pixels=False)


def instance_uid(ds: Dataset) -> str:
    return text(ds, "SOPInstanceUID") or UNKNOWN


def text(ds: Dataset, keyword: str) -> str:
    """Of one value; empty where there is none, or none that can be read."""
    try:
        return str(ds.get(keyword) or "")
    except Exception:  # what a file says of its own values is not always possible
        return ""


def _opened(data: bytes, *, pixels: bool) -> FileDataset:
    if data[PREAMBLE - 4 : PREAMBLE] != b"DICM":
        raise NotDicom("This is not a DICOM file: the letters DICM are missing at byte 128.")
    meta, at = _meta(data)
    uid = text(meta, "MediaStorageSOPInstanceUID") or UNKNOWN
    try:
        return _whole(_read(data, at, meta, uid, pixels), uid)
    except ImagingError:
        raise
    except (Cut, EOFError) as error:
        raise Truncated(f"Instance {uid} is cut off: the file ends too early.", uid) from error
    except TooMany as error:
        raise TooLarge(f"The header of instance {uid} has more than {MAX_ELEMENTS} elements.", uid) from error
    except (TooDeep, RecursionError) as error:
        raise Undecodable(f"Instance {uid} nests its sequences too deeply.", uid) from error
    except MemoryError:  # the process is told to end
        raise
    except Exception as error:  # pydicom raises a dozen kinds on damaged files
        raise Undecodable(f"Instance {uid} cannot be read: {error}", uid) from error


def _meta(data: bytes) -> tuple[FileMetaDataset, int]:
    """And where the data set begins."""
    stream = BytesIO(data[PREAMBLE : PREAMBLE + LONGEST_META])
    try:
        elements = read_dataset(stream, is_implicit_VR=False, is_little_endian=True, stop_when=_after_meta)
        return FileMetaDataset(elements), PREAMBLE + stream.tell()
    except Exception as error:
        raise NotDicom(
            f"This is not a DICOM file: its file meta information cannot be read ({error})."
        ) from error


def _after_meta(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return tag.group != 2


def _at_pixels(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return (tag.group, tag.element) in PIXELS


def _read(data: bytes, at: int, meta: FileMetaDataset, uid: str, pixels: bool) -> FileDataset:
    syntax = text(meta, "TransferSyntaxUID")
    if syntax == DeflatedExplicitVRLittleEndian:
        data, at = _inflated(data[at:], uid), 0
        syntax = meta.TransferSyntaxUID = ExplicitVRLittleEndian
    implicit, big = syntax == ImplicitVRLittleEndian, syntax == ExplicitVRBigEndian
    survey(data, at, explicit=not implicit, big_endian=big)
    stream = BytesIO(data)
    stream.seek(at)
    elements = read_dataset(stream, implicit, not big, stop_when=None if pixels else _at_pixels)
    ds = FileDataset(stream, elements, data[: PREAMBLE - 4], meta, implicit, not big)
    ds.set_original_encoding(implicit, not big, elements._character_set)  # pyright: ignore[reportPrivateUsage]
    return ds


def _inflated(body: bytes, uid: str) -> bytes:
    """Here, with a limit; pydicom would inflate all of it, even to stop before the pixels."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    made = inflater.decompress(body, MAX_INFLATED)
    if inflater.unconsumed_tail:
        raise TooLarge(f"Instance {uid} inflates to more than {MAX_INFLATED >> 20} MB.", uid)
    return made


def _whole(ds: FileDataset, uid: str) -> FileDataset:
    if not len(ds):
        raise Truncated(f"Instance {uid} is cut off: the file ends too early.", uid)
    return ds
