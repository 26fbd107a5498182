"""The tensor is what the manifest declares, and a box finds its way back."""

import numpy as np
import pytest

from infra.phantoms.dicom.common import put_pixels
from infra.phantoms.dicom.projection import Storage
from infra.phantoms.odd import small_radiograph
from shared.domain.model_manifest import InputSpecification, Intensity
from shared.imaging.picture import picture_of
from shared.imaging.tensor import fit, prepare

PERCENTILE = Intensity(kind="percentile", low=1, high=99)


def _input(**changes: object) -> InputSpecification:
    base = {"width": 64, "height": 64, "fit": "letterbox", "intensity": PERCENTILE}
    return InputSpecification.model_validate(base | changes)


def test_white_low_and_white_high_images_become_the_same_tensor() -> None:
    plain, _ = prepare(picture_of(small_radiograph()), _input())
    inverted, _ = prepare(picture_of(small_radiograph(Storage(monochrome1=True))), _input())
    assert np.abs(plain - inverted).max() < 0.002


def test_exposure_does_not_change_the_tensor() -> None:
    bright, dim = small_radiograph(), small_radiograph()
    put_pixels(dim, (bright.pixel_array // 2 + 300).astype(np.uint16), 12)
    one, _ = prepare(picture_of(bright), _input())
    other, _ = prepare(picture_of(dim), _input())
    assert np.abs(one - other).max() < 0.005


def test_the_preprocessing_of_torchxrayvision_can_be_declared() -> None:
    """Stored range to -1024…1024, centre crop to a square (its `normalize` and `XRayCenterCrop`)."""
    ds = small_radiograph()
    declared = _input(
        width=280, height=280, fit="crop", intensity={"kind": "stored"}, mean=0.5, deviation=0.5 / 1024
    )
    ours, _ = prepare(picture_of(ds), declared)
    theirs = (2 * (ds.pixel_array.astype(np.float32) / 4095) - 1.0) * 1024
    top = (320 - 280) // 2
    assert np.allclose(ours[0, 0], theirs[top : top + 280], atol=0.01)


def test_three_channels_are_three_times_the_same() -> None:
    tensor, _ = prepare(picture_of(small_radiograph()), _input(channels=3))
    assert tensor.shape == (1, 3, 64, 64)
    assert np.array_equal(tensor[0, 0], tensor[0, 2])


def test_a_letterbox_keeps_proportions_and_pads_with_black() -> None:
    out, placement = fit(np.ones((100, 50), np.float32), _input())
    assert placement.offset == (0, 16)
    assert np.allclose(out[:, 16:48], 1)
    assert out[:, :16].max() == out[:, 48:].max() == 0


@pytest.mark.parametrize("how", ["letterbox", "crop", "stretch"])
def test_a_bright_spot_is_found_again_in_the_image(how: str) -> None:
    field = np.zeros((300, 200), np.float32)
    field[140:160, 90:120] = 1
    out, placement = fit(field, _input(fit=how))
    rows, columns = np.nonzero(out > 0.5)
    box = placement.region(
        *(float(v) for v in (rows.min(), columns.min(), rows.max() + 1, columns.max() + 1))
    )
    assert abs(box.x - 90) <= 5
    assert abs(box.y - 140) <= 5
    assert abs(box.width - 30) <= 6
    assert abs(box.height - 20) <= 6


def test_a_box_never_leaves_the_image() -> None:
    _, placement = fit(np.zeros((300, 200), np.float32), _input())
    box = placement.region(-10, -10, 100, 100)
    assert (box.x, box.y, box.width, box.height) == (0, 0, 200, 300)
