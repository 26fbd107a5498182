"""From bytes to a data set, expecting the worst of them."""

import struct
import zlib
from io import BytesIO

from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.filereader import read_dataset
from pydicom.tag import BaseTag
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian

from shared.imaging.errors import UNKNOWN, ImagingError, NotDicom, TooLarge, Truncated, Undecodable

MAX_INFLATED = 1 << 30
"""Bytes that a deflated file may grow to; 292 KB can hold 300 MB."""
PREAMBLE, GROUP_LENGTH = 132, 12


def read(data: bytes) -> FileDataset:
    """The data set of a DICOM file (PS3.10). Raises ImagingError."""
    if data[PREAMBLE - 4 : PREAMBLE] != b"DICM":
        raise NotDicom("This is not a DICOM file: the letters DICM are missing at byte 128.")
    meta = _meta(data)
    uid = str(meta.get("MediaStorageSOPInstanceUID") or UNKNOWN)
    try:
        if meta.get("TransferSyntaxUID") == DeflatedExplicitVRLittleEndian:
            return _read_deflated(data, meta, uid)
        return _whole(dcmread(BytesIO(data)), uid)
    except ImagingError:
        raise
    except RecursionError as error:
        raise Undecodable(f"Instance {uid} nests its sequences too deeply.", uid) from error
    except Exception as error:  # pydicom raises a dozen kinds on damaged files
        raise Undecodable(f"Instance {uid} cannot be read: {error}", uid) from error


def _whole(ds: FileDataset, uid: str) -> FileDataset:
    """pydicom answers a file that ends inside compressed pixel data with an empty data set."""
    if not len(ds):
        raise Truncated(f"Instance {uid} is cut off: the file ends too early.", uid)
    return ds


def instance_uid(ds: Dataset) -> str:
    return str(ds.get("SOPInstanceUID") or UNKNOWN)


def _meta(data: bytes) -> FileMetaDataset:
    try:
        elements = read_dataset(
            BytesIO(data[PREAMBLE:]), is_implicit_VR=False, is_little_endian=True, stop_when=_after_meta
        )
        return FileMetaDataset(elements)
    except Exception as error:
        raise NotDicom(
            f"This is not a DICOM file: its file meta information cannot be read ({error})."
        ) from error


def _after_meta(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return tag.group != 2


def _read_deflated(data: bytes, meta: FileMetaDataset, uid: str) -> FileDataset:
    """Inflated here, with a limit; dcmread would inflate all of it, even to stop before the pixels."""
    length: int = struct.unpack_from("<I", data, PREAMBLE + GROUP_LENGTH - 4)[0]
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    body = inflater.decompress(data[PREAMBLE + GROUP_LENGTH + length :], MAX_INFLATED)
    if inflater.unconsumed_tail:
        raise TooLarge(f"Instance {uid} inflates to more than {MAX_INFLATED >> 20} MB.", uid)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    stream = BytesIO(body)
    elements = read_dataset(stream, is_implicit_VR=False, is_little_endian=True)
    return FileDataset(
        stream, elements, data[: PREAMBLE - 4], meta, is_implicit_VR=False, is_little_endian=True
    )
