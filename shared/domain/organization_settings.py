"""What an organization's administrators decide about how it works."""

from typing import Annotated

from pydantic import Field, StringConstraints

from shared.domain.entity import Value
from shared.domain.model_manifest import Label, ModelId
from shared.domain.values import Probability

MOST_TENANTS = 20
TenantId = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    ),
]
AllowedTenants = Annotated[list[TenantId], Field(max_length=MOST_TENANTS)]
Days = Annotated[int, Field(ge=1, le=36_500)]


class Threshold(Value):
    """From which probability on a label becomes a finding."""

    label: str = Field(max_length=200)
    probability: Probability


class ModelChoice(Value):
    """Whether a model reads an organization's studies, and from which probabilities on it is believed."""

    model_id: ModelId
    on: bool = True
    thresholds: tuple[Threshold, ...] = Field(
        default=(), max_length=100
    )  # a label not named: the model's own

    def threshold(self, label: Label) -> float:
        return self._chosen.get(label.name, label.threshold)

    def keeps(self, label: str, probability: float) -> bool:
        """Of what a model has found: nothing of one that is off, and nothing below what was chosen."""
        return self.on and probability >= self._chosen.get(label, 0)

    @property
    def _chosen(self) -> dict[str, float]:
        return {one.label: one.probability for one in self.thresholds}


ModelChoices = Annotated[list[ModelChoice], Field(max_length=100)]


def choice_of(model_id: str, choices: ModelChoices) -> ModelChoice:
    """What is decided about a model; nobody has to."""
    return next((one for one in choices if one.model_id == model_id), ModelChoice(model_id=model_id))
