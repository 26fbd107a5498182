"""The models of this installation, as those who decide about them see them."""

from typing import Self

from shared.domain.entity import Value
from shared.domain.model_manifest import ModelManifest


class LabelView(Value):
    name: str
    threshold: float  # the model's own


class ModelView(Value):
    id: str
    version: str
    name: str
    labels: tuple[LabelView, ...]
    modalities: tuple[str, ...]
    intended_use: str
    notice: str

    @classmethod
    def of(cls, manifest: ModelManifest) -> Self:
        return cls(
            id=manifest.id,
            version=manifest.version,
            name=manifest.name,
            labels=tuple(LabelView(name=label.name, threshold=label.threshold) for label in manifest.labels),
            modalities=manifest.acceptance.modalities,
            intended_use=manifest.intended_use,
            notice=manifest.notice,
        )
