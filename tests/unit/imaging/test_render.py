"""Thumbnails and rendered frames."""

from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.odd import small_radiograph
from shared.imaging.heatmap import heatmap_png
from shared.imaging.render import render_jpeg, render_png
from tests.unit.imaging.dcmtk import needs_dcmtk, shown_by_dcmtk

DICOM = to_bytes(small_radiograph())


def _opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@needs_dcmtk
def test_a_png_is_the_picture_of_dcmtk(tmp_path: Path) -> None:
    ours = np.asarray(_opened(render_png(DICOM))).astype(int)
    theirs = shown_by_dcmtk(DICOM, tmp_path, "+Wi", "1").astype(int)
    assert np.abs(ours - theirs).max() <= 1


def test_a_jpeg_fits_into_its_viewport_in_proportion() -> None:
    image = _opened(render_jpeg(DICOM, viewport=(100, 100)))
    assert image.format == "JPEG"
    assert image.size == (88, 100)


def test_a_small_picture_averages_the_large_one() -> None:
    small = np.asarray(_opened(render_png(DICOM, viewport=(140, 160))), np.float64)
    large = np.asarray(_opened(render_png(DICOM)), np.float64)
    assert np.abs(small - large.reshape(160, 2, 140, 2).mean(axis=(1, 3))).max() <= 1.01


def test_a_window_changes_what_is_seen() -> None:
    narrow = np.asarray(_opened(render_png(DICOM, window=(2000, 2))))
    assert set(np.unique(narrow)) <= {0, 255}


def test_a_picture_in_colour_keeps_its_colours() -> None:
    ds = small_radiograph()
    colours = np.zeros((320, 280, 3), np.uint8)
    colours[..., 0], colours[:160, :, 2] = 200, 90
    ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.PlanarConfiguration = 3, "RGB", 0
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = 8, 8, 7
    ds.PixelData = colours.tobytes()
    assert np.array_equal(np.asarray(_opened(render_png(to_bytes(ds)))), colours)


def test_a_heat_map_is_clear_where_cold_and_strongest_where_hot() -> None:
    heat = np.zeros((20, 10), np.float32)
    heat[5, 5] = 1
    image = _opened(heatmap_png(heat, (2000, 1000)))
    assert image.size == (256, 512)
    alpha = np.asarray(image)[..., 3]
    hottest = np.unravel_index(int(alpha.argmax()), alpha.shape)
    assert abs(hottest[0] - 5.5 / 20 * 512) < 8
    assert abs(hottest[1] - 5.5 / 10 * 256) < 8
    assert alpha[300:].max() == 0
