"""The heat map lies where the answer comes from, and the box round its hottest patch in image pixels."""

import numpy as np

from shared.imaging.tensor import Placement
from shared.inference.explain import explain

SAME = Placement((224, 224), (1, 1), (0, 0))


def _features(*spots: tuple[int, int, float]) -> np.ndarray:
    features = np.zeros((2, 14, 14), np.float32)
    for row, column, heat in spots:
        features[0, row : row + 2, column : column + 2] = heat
    return features


def test_the_box_surrounds_the_hottest_patch_only() -> None:
    why = explain(_features((3, 9, 1.0), (10, 2, 0.8)), np.array([1.0, 0.0], np.float32), (224, 224), SAME)
    box = why.region
    assert box.x <= 9 * 16 + 8
    assert box.x + box.width >= 11 * 16 - 8
    assert box.y <= 3 * 16 + 8
    assert box.y + box.height <= 8 * 16


def test_the_box_of_a_whole_organ_surrounds_all_that_is_hot() -> None:
    features, row = _features((6, 2, 1.0), (7, 10, 0.8)), np.array([1.0, 0.0], np.float32)
    box = explain(features, row, (224, 224), SAME, whole=True).region
    assert box.x <= 3 * 16
    assert box.x + box.width >= 11 * 16


def test_what_speaks_against_the_finding_is_cold() -> None:
    why = explain(_features((3, 9, 1.0)), np.array([-1.0, 0.0], np.float32), (224, 224), SAME)
    assert why.heat.max() == 0


def test_heat_on_the_padding_is_cut_off() -> None:
    """A tall image of 448 x 224 lies in columns 56 to 168 of the tensor."""
    tall = Placement((448, 224), (0.5, 0.5), (0, 56))
    why = explain(_features((6, 5, 1.0)), np.array([1.0, 0.0], np.float32), (224, 224), tall)
    assert why.heat.shape == (224, 112)
    assert abs(why.region.x - (5 * 16 - 56) * 2) <= 16
    assert abs(why.region.y - 6 * 16 * 2) <= 16


def test_heat_of_a_cropped_image_covers_the_whole_image() -> None:
    wide = Placement((224, 448), (1, 1), (0, -112))
    why = explain(_features((6, 6, 1.0)), np.array([1.0, 0.0], np.float32), (224, 224), wide)
    assert why.heat.shape == (224, 448)
    assert why.heat[:, :100].max() == 0
    hottest = np.unravel_index(int(why.heat.argmax()), why.heat.shape)
    assert abs(hottest[1] - (112 + 7 * 16)) <= 16
