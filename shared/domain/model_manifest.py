"""What a model is, may read, and promises: `manifest.json` beside its ONNX file (docs/ml-interaction.md)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from shared.domain.entity import Value
from shared.domain.finding import ModelName
from shared.domain.values import Code, Probability

ModelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Label(Value):
    """One output of the model that can become a finding."""

    name: str
    code: Code
    threshold: Probability
    extent: Literal["patch", "organ"] = "patch"
    """The region: a box round the hottest patch; for a finding that is a whole organ, round all hot ones."""


class Intensity(Value):
    """From pixel values (after the modality LUT, bright = dense) to 0…1, before mean and deviation.

    `percentile`: `low` and `high` percentiles of the image become 0 and 1, the rest is clipped.
    `stored`: the lowest and highest value that Bits Stored can hold become 0 and 1.
    `window`: the image's own first window, or its range where it has none.
    """

    kind: Literal["percentile", "stored", "window"]
    low: float = 1.0
    high: float = 99.0


class InputSpecification(Value):
    """How an image becomes the tensor that the model was trained on."""

    name: str = "image"
    width: int = Field(ge=8, le=4096)
    height: int = Field(ge=8, le=4096)
    channels: Literal[1, 3] = 1
    fit: Literal["letterbox", "crop", "stretch"]
    intensity: Intensity
    mean: float = 0.0
    deviation: float = Field(default=1.0, gt=0)


class OutputSpecification(Value):
    """Names of the ONNX outputs. `logits` [1, labels (+1)]; `features` [1, channels, rows, columns]."""

    logits: str = "logits"
    features: str = "features"
    temperature: float = Field(default=1.0, gt=0)
    classifier: str = "classifier.weight"
    """Initializer [labels (+1), channels]: its rows weight the feature map into the class-activation map."""


class Rejection(Value):
    """The output behind the labels' says whether the image is of the kind that the model knows."""

    threshold: Probability
    reason: str


class Acceptance(Value):
    """Which series the model may be given, by header. Empty means any."""

    modalities: tuple[str, ...]
    body_parts: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    """View Position (0018,5101); an absent one is left to the model's own judgement."""


class ModelManifest(Value):
    id: ModelId
    version: str
    name: str
    sha256: Sha256
    file: Literal["model.onnx"] = "model.onnx"
    labels: tuple[Label, ...] = Field(min_length=1)
    input: InputSpecification
    output: OutputSpecification = Field(default_factory=OutputSpecification)
    rejection: Rejection | None = None
    acceptance: Acceptance
    intended_use: str
    notice: str
    licence: str

    @model_validator(mode="after")
    def _labels_differ(self) -> "ModelManifest":
        if len({label.name for label in self.labels}) != len(self.labels):
            raise ValueError("Two labels of the model have the same name.")
        return self

    @property
    def called(self) -> ModelName:
        return ModelName(id=self.id, version=self.version, name=self.name, notice=self.notice)

    def accepts(
        self, *, modality: str | None, body_part: str | None = None, view: str | None = None
    ) -> str | None:
        """None if the model may read such a series, else the reason why not."""
        wanted = self.acceptance
        for what, value, allowed, required in (
            ("modality", modality, wanted.modalities, True),
            ("body part", body_part, wanted.body_parts, False),
            ("view", view, wanted.views, False),
        ):
            said = (value or "").strip().upper()
            if allowed and said not in allowed and (said or required):
                return f"{self.name} reads {what} {_either(allowed)}, not {said or 'unknown'}."
        return None


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(words)
