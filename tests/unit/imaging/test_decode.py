"""Every lossless transfer syntax gives back the pixels that went in, whoever encoded them."""

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.pixels.utils import compress
from pydicom.uid import ExplicitVRBigEndian, JPEG2000Lossless, RLELossless

from infra.phantoms.dicom.common import put_pixels, to_bytes
from infra.phantoms.odd import deflated, small_radiograph
from shared.imaging.decode import decode_frame
from shared.imaging.reader import read
from tests.unit.imaging.dcmtk import dcmtk, needs_dcmtk

ENCODERS = [
    ("dcmcjpls",),
    ("dcmcjpeg", "+el"),
    ("dcmcjpeg", "+e1"),
    ("dcmcrle",),
    ("dcmconv", "+ti"),
    ("dcmconv", "+tb"),
]


def _ramp(dtype: str) -> np.ndarray:
    info = np.iinfo(dtype)
    rows = np.linspace(info.min, info.max, 60 * 40).reshape(60, 40)
    return rows.astype(dtype)


def _with(pixels: np.ndarray, bits: int) -> Dataset:
    ds = small_radiograph()
    put_pixels(ds, pixels, bits)
    return ds


@needs_dcmtk
@pytest.mark.parametrize("encoder", ENCODERS, ids=" ".join)
def test_what_dcmtk_encodes_is_decoded_to_the_same_pixels(encoder: tuple[str, ...], tmp_path: Path) -> None:
    original = small_radiograph()
    encoded = dcmtk(*encoder, dicom=to_bytes(original), folder=tmp_path)
    decoded = read(encoded)
    assert decoded.file_meta.TransferSyntaxUID != original.file_meta.TransferSyntaxUID
    assert np.array_equal(decode_frame(decoded), decode_frame(original))


@pytest.mark.parametrize("syntax", [JPEG2000Lossless, RLELossless])
def test_what_pydicom_encodes_is_decoded_to_the_same_pixels(syntax: str) -> None:
    ds = small_radiograph()
    original = decode_frame(ds).copy()
    compress(ds, syntax, generate_instance_uid=False)
    assert np.array_equal(decode_frame(read(to_bytes(ds))), original)


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16"])
def test_eight_and_sixteen_bits_signed_and_unsigned_keep_their_values(dtype: str) -> None:
    pixels = _ramp(dtype)
    ds = read(to_bytes(_with(pixels, 8 * pixels.dtype.itemsize)))
    assert np.array_equal(decode_frame(ds), pixels)
    assert np.array_equal(decode_frame(ds), ds.pixel_array)


@needs_dcmtk
def test_big_endian_files_are_read_the_right_way_round(tmp_path: Path) -> None:
    ds = _with(_ramp("uint16"), 16)
    big = read(dcmtk("dcmconv", "+tb", dicom=to_bytes(ds), folder=tmp_path))
    assert big.file_meta.TransferSyntaxUID == ExplicitVRBigEndian
    assert np.array_equal(decode_frame(big), _ramp("uint16"))


def test_bits_above_those_stored_are_no_part_of_the_value() -> None:
    pixels = np.arange(2400, dtype=np.uint16).reshape(60, 40) % 4096
    ds = _with(pixels | 0x3000, 12)  # an old overlay in the upper bits
    assert np.array_equal(decode_frame(ds), pixels)


def test_twelve_bit_signed_values_get_their_sign_back() -> None:
    values = np.linspace(-2048, 2047, 2400).astype(np.int16).reshape(60, 40)
    ds = _with((values.view(np.uint16) & 0x0FFF).view(np.int16), 12)
    assert np.array_equal(decode_frame(ds), values)


def test_each_frame_of_several_is_its_own() -> None:
    frames = np.arange(3 * 60 * 40, dtype=np.uint16).reshape(3, 60, 40)
    ds = _with(frames[0], 16)
    ds.NumberOfFrames, ds.PixelData = 3, frames.tobytes()
    again = read(to_bytes(ds))
    assert [np.array_equal(decode_frame(again, n + 1), frames[n]) for n in range(3)] == [True] * 3


def test_a_deflated_file_is_read() -> None:
    assert np.array_equal(decode_frame(read(deflated())), decode_frame(small_radiograph(number=10)))
