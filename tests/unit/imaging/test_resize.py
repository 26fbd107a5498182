"""Area averaging agrees with scikit-image, and with the definition where pixels are cut."""

import numpy as np
import pytest
from skimage.transform import downscale_local_mean

from shared.imaging.resize import resize_area

FIELD = np.random.default_rng(1).random((96, 120)).astype(np.float32)


@pytest.mark.parametrize("factor", [2, 3, 4, 8])
def test_whole_factors_are_block_means(factor: int) -> None:
    ours = resize_area(FIELD, 96 // factor, 120 // factor)
    assert np.allclose(ours, downscale_local_mean(FIELD, (factor, factor)), atol=1e-6)


@pytest.mark.parametrize("size", [(64, 80), (36, 72), (10, 7)])
def test_fractions_of_pixels_count_by_their_area(size: tuple[int, int]) -> None:
    """Every pixel repeated so often that whole blocks remain: the definition of the mean over an area."""
    fine = np.repeat(np.repeat(FIELD.astype(np.float64), size[0], axis=0), size[1], axis=1)
    wanted = downscale_local_mean(fine, (96, 120))
    assert np.allclose(resize_area(FIELD, *size), wanted, atol=1e-5)


def test_the_mean_of_the_picture_stays() -> None:
    assert abs(float(resize_area(FIELD, 31, 17).mean()) - float(FIELD.mean())) < 1e-6


def test_making_larger_keeps_values_where_they_were() -> None:
    assert np.array_equal(resize_area(FIELD, 192, 240)[::2, ::2], FIELD)
