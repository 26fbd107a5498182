"""The model that is shipped: small, whole, coded by the standard, and marked for what it is."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.sr.codedict import Collection

from infra.phantoms.chest.person import LABELS, draw_sitting
from infra.phantoms.chest.radiograph import take
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.projection import Storage, radiograph
from infra.phantoms.odd import STUDY, Series
from infra.phantoms.others import MAKERS
from shared.domain.errors import RuleBroken
from shared.imaging.picture import open_picture
from shared.imaging.tensor import prepare
from shared.inference.model import Model, load
from shared.inference.read_series import probability
from shared.infrastructure.models.catalogue import FolderCatalogue

MODELS = Path(__file__).parents[3] / "shared" / "inference" / "models"


@pytest.fixture(scope="module")
def model() -> Model:
    catalogue = FolderCatalogue(MODELS)
    manifest = catalogue.get("chest-xray-demo")
    return load(manifest, catalogue.weights(manifest))


def _chances(model: Model, picture: np.ndarray) -> np.ndarray:
    """As the job sees it: through a DICOM file."""
    dicom = to_bytes(radiograph(Series(STUDY, 1, "DX", "CHEST PA", "CHEST"), picture, 1, Storage()))
    assert dcmread(BytesIO(dicom)).Modality == "DX"
    tensor, _ = prepare(open_picture(dicom), model.manifest.input)
    return probability(model.run(tensor).logits, model.manifest.output.temperature)


def test_it_weighs_less_than_a_megabyte() -> None:
    assert (MODELS / "chest-xray-demo" / "model.onnx").stat().st_size < 1_000_000


def test_it_says_what_it_is(model: Model) -> None:
    assert model.manifest.notice == "demonstration model, synthetic data, not for clinical use"
    assert model.manifest.called.notice == model.manifest.notice


def test_its_codes_are_those_of_the_dicom_context_groups(model: Model) -> None:
    """For the labels that PS3.16 lists; pydicom carries its tables."""
    listed = {code.meaning: code.value for code in Collection("SCT").concepts.values()}
    codes = {
        label.code.meaning: label.code.value for label in model.manifest.labels if label.code.scheme == "SCT"
    }
    common = codes.keys() & listed.keys() - {"Cardiomegaly"}  # PS3.16 lists the one of echocardiography
    assert common == {"Pneumothorax", "Pleural effusion"}
    assert {m: codes[m] for m in common} == {m: listed[m] for m in common}


@pytest.mark.parametrize("number", range(len(LABELS)), ids=LABELS)
def test_it_finds_what_a_fresh_phantom_has(model: Model, number: int) -> None:
    with_it = _chances(
        model, take(draw_sitting(3_000_000 + number, frozenset({LABELS[number]})), (640, 560)).picture
    )
    assert with_it[number] > 0.5
    assert with_it[-1] > 0.5


def test_it_finds_nothing_in_a_normal_one(model: Model) -> None:
    chances = _chances(model, take(draw_sitting(3_000_100), (640, 560)).picture)
    assert chances[:-1].max() < 0.5


@pytest.mark.parametrize("kind", MAKERS)
def test_it_does_not_know_what_is_no_chest_radiograph(model: Model, kind: str) -> None:
    picture = np.clip(MAKERS[kind](np.random.default_rng(3_000_000), (300, 300)), 0, 1)
    assert _chances(model, picture)[-1] < 0.5


def test_a_folder_with_a_wrong_manifest_says_which_and_where(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "manifest.json").write_text('{"id": "broken"}')
    with pytest.raises(RuleBroken, match="model broken is wrong at version"):
        FolderCatalogue(tmp_path).all()


def test_a_model_in_somebody_elses_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    manifest = (MODELS / "chest-xray-demo" / "manifest.json").read_text()
    (tmp_path / "other" / "manifest.json").write_text(manifest)
    with pytest.raises(RuleBroken, match="lies in a folder called other"):
        FolderCatalogue(tmp_path).all()
