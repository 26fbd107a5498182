"""Which series a model reads, and why not. # H6"""

import pytest
from pydantic import ValidationError

from shared.domain.model_manifest import Acceptance, ModelManifest
from tests.builders import manifest

CHEST = manifest(acceptance=Acceptance(modalities=("DX", "CR"), body_parts=("CHEST",), views=("PA", "AP")))


def test_it_reads_what_it_accepts() -> None:
    assert CHEST.accepts(modality="DX", body_part="CHEST", view="PA") is None


@pytest.mark.parametrize("modality", ["dx", " DX "])
def test_spelling_does_not_matter(modality: str) -> None:
    assert CHEST.accepts(modality=modality) is None


@pytest.mark.parametrize("body_part", [None, "", "  "])
def test_an_unknown_body_part_is_left_to_the_models_own_judgement(body_part: str | None) -> None:
    assert CHEST.accepts(modality="DX", body_part=body_part) is None


@pytest.mark.parametrize(
    ("modality", "body_part", "view", "reason"),
    [
        ("CT", "CHEST", "PA", "Chest reads modality DX or CR, not CT."),
        ("", "CHEST", "PA", "Chest reads modality DX or CR, not unknown."),
        ("DX", "HAND", "PA", "Chest reads body part CHEST, not HAND."),
        ("DX", "CHEST", "LL", "Chest reads view PA or AP, not LL."),
    ],
)
def test_it_says_why_it_does_not_read_a_series(modality: str, body_part: str, view: str, reason: str) -> None:
    assert CHEST.accepts(modality=modality, body_part=body_part, view=view) == reason


def test_a_model_that_names_no_modality_reads_all() -> None:
    assert manifest(acceptance=Acceptance(modalities=())).accepts(modality="MR") is None


@pytest.mark.parametrize(
    "wrong",
    [{"id": "Chest Model"}, {"sha256": "abc"}, {"labels": []}, {"file": "../model.onnx"}, {"colour": "red"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_manifest_that_promises_nonsense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ModelManifest.model_validate(manifest().model_dump() | wrong)


def test_two_labels_of_one_name_are_refused() -> None:
    label = manifest().labels[0].model_dump()
    with pytest.raises(ValidationError, match="same name"):
        ModelManifest.model_validate(manifest().model_dump() | {"labels": [label, label]})
