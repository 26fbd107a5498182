"""Which series a model accepts, and what makes a manifest wrong."""

import pytest
from pydantic import ValidationError

from shared.domain.model_manifest import Acceptance, ModelManifest
from tests.unit.inference.models import manifest, quadrants

ONNX = quadrants()


def _chest(**changes: object) -> ModelManifest:
    acceptance = Acceptance(modalities=("DX", "CR"), body_parts=("CHEST",), views=("PA", "AP"))
    return manifest(ONNX, name="Chest", acceptance=acceptance, **changes)


@pytest.mark.parametrize(
    ("modality", "body_part", "view", "reason"),
    [
        ("DX", "CHEST", "PA", None),
        ("CR", "chest ", None, None),
        ("DX", None, None, None),
        ("DX", "", "", None),
        ("CT", "CHEST", None, "Chest reads modality DX or CR, not CT."),
        (None, "CHEST", None, "Chest reads modality DX or CR, not unknown."),
        ("DX", "HAND", None, "Chest reads body part CHEST, not HAND."),
        ("DX", "CHEST", "LL", "Chest reads view PA or AP, not LL."),
    ],
)
def test_a_series_is_accepted_or_the_reason_said(
    modality: str | None, body_part: str | None, view: str | None, reason: str | None
) -> None:
    assert _chest().accepts(modality=modality, body_part=body_part, view=view) == reason


@pytest.mark.parametrize(
    "changes",
    [
        {"sha256": "abc"},
        {"id": "../elsewhere"},
        {"labels": []},
        {"file": "../model.onnx"},
        {"surprise": 1},
    ],
)
def test_a_wrong_manifest_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        _chest(**changes)


def test_two_labels_of_one_name_are_refused() -> None:
    label = _chest().labels[0]
    with pytest.raises(ValidationError, match="same name"):
        _chest(labels=[label, label])
