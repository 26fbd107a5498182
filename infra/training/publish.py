"""Put a trained model where the product finds it: `python -m infra.training.publish OUT VERSION`."""

import hashlib
import json
import sys
from pathlib import Path

from infra.phantoms.chest.person import LABELS, Label
from infra.training.examples import INPUT
from shared.domain.model_manifest import Acceptance, ModelManifest, OutputSpecification, Rejection
from shared.domain.model_manifest import Label as ManifestLabel
from shared.domain.values import Code

MODEL_ID = "chest-xray-demo"
MODELS = Path(__file__).parents[2] / "shared" / "inference" / "models"
NOTICE = "demonstration model, synthetic data, not for clinical use"
CODES: dict[Label, Code] = {
    "Lung Opacity": Code(scheme="RADLEX", value="RID28530", meaning="opacity"),
    "Consolidation": Code(scheme="SCT", value="95436008", meaning="Lung consolidation"),
    "Cardiomegaly": Code(scheme="SCT", value="8186001", meaning="Cardiomegaly"),
    "Pneumothorax": Code(scheme="SCT", value="36118008", meaning="Pneumothorax"),
    "Pleural Effusion": Code(scheme="SCT", value="60046008", meaning="Pleural effusion"),
}


def publish(trained: Path, version: str, models: Path = MODELS) -> ModelManifest:
    data = (trained / "model.onnx").read_bytes()
    facts = json.loads((trained / "training.json").read_text())
    manifest = ModelManifest(
        id=MODEL_ID,
        version=version,
        name="Chest X-ray demonstration",
        sha256=hashlib.sha256(data).hexdigest(),
        labels=tuple(_label(name) for name in LABELS),
        input=INPUT,
        output=OutputSpecification(temperature=round(facts["temperature"], 3)),
        rejection=Rejection(threshold=0.5, reason="not a chest X-ray"),
        acceptance=Acceptance(modalities=("DX", "CR"), body_parts=("CHEST", "THORAX"), views=("PA", "AP")),
        intended_use="Shows how findings travel from image to report. Trained on generated phantoms only.",
        notice=NOTICE,
        licence="The same as this repository's.",
    )
    home = models / MODEL_ID
    home.mkdir(parents=True, exist_ok=True)
    (home / "model.onnx").write_bytes(data)
    (home / "manifest.json").write_text(manifest.model_dump_json(indent=2) + "\n")
    return manifest


def _label(name: Label) -> ManifestLabel:
    extent = "organ" if name == "Cardiomegaly" else "patch"
    return ManifestLabel(name=name, code=CODES[name], threshold=0.5, extent=extent)


if __name__ == "__main__":
    published = publish(Path(sys.argv[1]), sys.argv[2])
    print(f"{published.id} {published.version} {published.sha256}")
