"""A model file is refused, with a sentence, before onnxruntime has seen it."""

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from shared.inference.errors import ModelRefused
from shared.inference.model import check, load
from shared.inference.onnx_file import read_onnx
from tests.unit.inference.models import manifest, quadrants


def test_a_flipped_byte_is_noticed() -> None:
    data = quadrants()
    flipped = bytearray(data)
    flipped[len(flipped) // 2] ^= 1
    with pytest.raises(ModelRefused, match=r"SHA-256 differs"):
        check(manifest(data), bytes(flipped))


@pytest.mark.parametrize("place", ["../../secret.bin", "/etc/hostname", "weights.bin"])
def test_data_outside_the_file_are_refused(place: str) -> None:
    data = quadrants(external=place)
    with pytest.raises(ModelRefused, match="outside its file"):
        check(manifest(data), data)


def test_an_unknown_domain_is_refused() -> None:
    data = quadrants(extra=helper.make_node("Evil", ["logits"], ["x"], domain="com.evil"), domain="com.evil")
    with pytest.raises(ModelRefused, match=r"com\.evil\.Evil"):
        check(manifest(data), data)


def test_an_operator_off_the_list_is_refused() -> None:
    data = quadrants(extra=helper.make_node("RandomNormal", [], ["x"], shape=[1]))
    with pytest.raises(ModelRefused, match=r"ai\.onnx\.RandomNormal"):
        check(manifest(data), data)


def test_an_operator_hidden_in_a_branch_is_refused() -> None:
    inner = helper.make_graph([helper.make_node("Evil", [], ["y"], domain="com.evil")], "inner", [], [])
    condition = helper.make_node("Loop", ["", "logits"], ["x"], body=inner)
    data = quadrants(extra=condition)
    assert ("com.evil", "Evil") in read_onnx(data).operators
    with pytest.raises(ModelRefused):
        check(manifest(data), data)


def test_noise_is_no_model() -> None:
    noise = np.random.default_rng(1).integers(0, 255, 5000, np.uint8).tobytes()
    with pytest.raises(ModelRefused, match="not an ONNX file"):
        check(manifest(noise), noise)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_half_a_model_is_none(share: float) -> None:
    data = quadrants()
    half = data[: int(len(data) * share)]
    with pytest.raises(ModelRefused):
        load(manifest(half), half)


def test_a_model_without_its_classifier_is_refused() -> None:
    data = quadrants()
    with pytest.raises(ModelRefused, match="no classifier"):
        load(manifest(data, output={"classifier": "elsewhere"}), data)


def test_reading_a_file_finds_what_the_onnx_package_finds() -> None:
    data = quadrants()
    parsed, theirs = read_onnx(data), onnx.load_from_string(data)
    assert parsed.operators == {(node.domain, node.op_type) for node in theirs.graph.node}
    assert set(parsed.initializers) == {one.name for one in theirs.graph.initializer}
    for one in theirs.graph.initializer:
        assert np.array_equal(parsed.initializers[one.name], numpy_helper.to_array(one))
