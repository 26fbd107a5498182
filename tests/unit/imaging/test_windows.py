"""Modality LUT and window agree with pydicom and DCMTK."""

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_modality_lut, apply_voi_lut, apply_windowing

from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.facts import Series
from infra.phantoms.dicom.projection import Storage
from infra.phantoms.dicom.slices import ct_image
from infra.phantoms.head.images import ct_slices
from infra.phantoms.odd import STUDY, small_radiograph
from shared.imaging.decode import decode_frame
from shared.imaging.picture import open_picture, picture_of
from shared.imaging.windows import Window, apply_window, modality
from tests.unit.imaging.dcmtk import needs_dcmtk, shown_by_dcmtk


@pytest.fixture(scope="module")
def ct() -> Dataset:
    pixels = next(iter(ct_slices([80.0], seed=5, size=128, spacing=2.0)))
    return ct_image(Series(STUDY, 2, "CT", "CT HEAD", "HEAD"), pixels, 1, 80.0, 2.0)


def test_hounsfield_units_are_those_of_pydicom(ct: Dataset) -> None:
    assert np.array_equal(modality(decode_frame(ct), ct), apply_modality_lut(ct.pixel_array, ct))


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
def test_windows_are_those_of_pydicom(ct: Dataset, function: str) -> None:
    ct.VOILUTFunction = function
    theirs = apply_windowing(apply_modality_lut(ct.pixel_array, ct), ct)
    ours = picture_of(ct).brightness()
    del ct.VOILUTFunction
    span = 4095.0  # pydicom spreads over the range of the 12 stored bits after the modality LUT
    assert np.abs(ours - (theirs + 1024) / span).max() < 1e-4


def test_a_window_of_width_one_is_a_threshold() -> None:
    field = np.array([39.0, 39.4, 39.6, 41.0], np.float32)
    assert apply_window(field, Window(40, 1)).tolist() == [0, 0, 1, 1]


def test_a_modality_table_is_looked_up_as_pydicom_does() -> None:
    ds = small_radiograph()
    table = Dataset()
    table.LUTDescriptor = [4096, 0, 16]
    table["LUTDescriptor"].VR = "US"
    table.LUTData = (np.sqrt(np.arange(4096)) * 1000).astype("<u2").tobytes()
    table["LUTData"].VR = "OW"
    ds.ModalityLUTSequence = [table]
    assert np.array_equal(modality(decode_frame(ds), ds), apply_modality_lut(ds.pixel_array, ds))


def test_a_voi_table_is_looked_up_as_pydicom_does() -> None:
    ds = small_radiograph()
    del ds.WindowCenter, ds.WindowWidth
    table = Dataset()
    table.LUTDescriptor = [4096, 0, 10]
    table["LUTDescriptor"].VR = "US"
    table.LUTData = (1023 * (np.arange(4096) / 4095) ** 2).astype("<u2").tobytes()
    table["LUTData"].VR = "OW"
    ds.VOILUTSequence = [table]
    theirs = apply_voi_lut(ds.pixel_array, ds) / 1023
    assert np.allclose(picture_of(ds).brightness(), theirs, atol=1e-6)


@needs_dcmtk
@pytest.mark.parametrize("inverted", [False, True])
def test_the_picture_is_that_of_dcmtk_also_when_low_is_white(inverted: bool, tmp_path: Path) -> None:
    dicom = to_bytes(small_radiograph(Storage(monochrome1=inverted)))
    ours = open_picture(dicom).brightness() * 255
    theirs = shown_by_dcmtk(dicom, tmp_path, "+Wi", "1").astype(np.float32)
    assert np.abs(ours - theirs).max() <= 1.0


@needs_dcmtk
def test_a_chosen_window_is_that_of_dcmtk(ct: Dataset, tmp_path: Path) -> None:
    dicom = to_bytes(ct)
    ours = open_picture(dicom).brightness(Window(300, 1800)) * 255
    theirs = shown_by_dcmtk(dicom, tmp_path, "+Ww", "300", "1800").astype(np.float32)
    assert np.abs(ours - theirs).max() <= 1.0


def test_an_image_without_a_window_shows_its_whole_range() -> None:
    ds = small_radiograph()
    del ds.WindowCenter, ds.WindowWidth
    shown = picture_of(ds).brightness()
    assert (shown.min(), shown.max()) == (0, 1)
