"""Small files that a careless or hostile sender might hand over, for tests and for trying out the upload."""

import zlib
from functools import cache

import numpy as np
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.filebase import DicomBytesIO
from pydicom.uid import UID, BasicTextSRStorage, DeflatedExplicitVRLittleEndian

from infra.phantoms.chest.person import draw_sitting
from infra.phantoms.chest.radiograph import take
from infra.phantoms.dicom.common import image, to_bytes
from infra.phantoms.dicom.compress import to_jpeg_ls
from infra.phantoms.dicom.facts import Patient, Series, Study
from infra.phantoms.dicom.projection import Storage, radiograph

NOBODY = Patient("Odd^One", "EX-ODD", "19700101", "O")
STUDY = Study(NOBODY, "20040501", "120000", "ODD FILES", "AODD")
MPEG2 = "1.2.840.10008.1.2.4.100"


def small_radiograph(how: Storage | None = None, number: int = 1, seed: int = 3) -> Dataset:
    """A proper chest radiograph of 320 x 280 pixels."""
    return radiograph(Series(STUDY, 1, "DX", "CHEST PA", "CHEST"), _picture(seed), number, how)


@cache
def _picture(seed: int) -> np.ndarray:
    return take(draw_sitting(seed), (320, 280)).picture


def not_dicom() -> bytes:
    return b"%PDF-1.7\n" + b"this is a letter, not an image. " * 40


def truncated() -> bytes:
    """The header promises more pixels than follow, and the file is otherwise well formed."""
    ds = small_radiograph(number=2)
    ds.PixelData = ds.PixelData[: len(ds.PixelData) // 3 & ~1]
    return to_bytes(ds)


def cut_off() -> bytes:
    """The end of the file is missing, as after a broken transfer."""
    whole = to_bytes(small_radiograph(number=3))
    return whole[: len(whole) * 2 // 3]


def truncated_jpeg_ls() -> bytes:
    """A complete file round half a JPEG-LS stream."""
    ds = to_jpeg_ls(small_radiograph(number=4))
    stream = _stream(ds)
    return to_bytes(_with_stream(ds, stream[: len(stream) // 2 & ~1], str(ds.file_meta.TransferSyntaxUID)))


def cut_off_jpeg_ls() -> bytes:
    whole = to_bytes(to_jpeg_ls(small_radiograph(number=5)))
    return whole[: len(whole) // 2]


def unsupported_syntax() -> bytes:
    """MPEG-2, which is a film and no radiograph."""
    return to_bytes(_with_stream(small_radiograph(number=6), b"\x00\x00\x01\xb3" * 8, MPEG2))


def damaged_jpeg_ls() -> bytes:
    """Noise where the compressed image should be, between a right beginning and a right end."""
    ds = to_jpeg_ls(small_radiograph(number=7))
    noise = np.random.default_rng(0).integers(0, 255, 2000, np.uint8).tobytes()
    return to_bytes(
        _with_stream(ds, _stream(ds)[:12] + noise + b"\xff\xd9", str(ds.file_meta.TransferSyntaxUID))
    )


def no_image() -> bytes:
    """A text, which has no pixels."""
    ds = image(Series(STUDY, 9, "SR", "NOTE", "CHEST"), BasicTextSRStorage, 1)
    return to_bytes(ds)


def too_large() -> bytes:
    ds = small_radiograph(number=8)
    ds.Rows, ds.Columns = 65535, 65535
    return to_bytes(ds)


def deflated(extra: int = 0) -> bytes:
    """Deflated explicit VR little endian; `extra` zeros, which weigh nothing, make a bomb of it."""
    ds = small_radiograph(number=10)
    ds.add_new(0x00420011, "OB", b"\0" * extra)
    plain = to_bytes(ds)
    ds.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    buffer = DicomBytesIO()
    from pydicom.filewriter import write_file_meta_info

    write_file_meta_info(buffer, ds.file_meta)
    meta_length = 12 + dcmread(DicomBytesIO(plain)).file_meta.FileMetaInformationGroupLength
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = squeeze.compress(plain[132 + meta_length :]) + squeeze.flush()
    return b"\0" * 128 + b"DICM" + buffer.getvalue() + body


def odd_files() -> dict[str, bytes]:
    """Each by what is wrong with it."""
    return {
        "not DICOM": not_dicom(),
        "truncated": truncated(),
        "cut off": cut_off(),
        "truncated JPEG-LS": truncated_jpeg_ls(),
        "cut off JPEG-LS": cut_off_jpeg_ls(),
        "unsupported syntax": unsupported_syntax(),
        "damaged JPEG-LS": damaged_jpeg_ls(),
        "no image": no_image(),
        "too large": too_large(),
    }


def _stream(ds: Dataset) -> bytes:
    from pydicom.encaps import get_frame

    return get_frame(ds.PixelData, 0, number_of_frames=1)


def _with_stream(ds: Dataset, stream: bytes, syntax: str) -> Dataset:
    ds.PixelData = encapsulate([stream])
    ds["PixelData"].VR, ds["PixelData"].is_undefined_length = "OB", True
    ds.file_meta.TransferSyntaxUID = UID(syntax)
    return ds
