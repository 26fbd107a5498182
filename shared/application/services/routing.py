"""Which models read which series of a study, and why or why not."""

from collections.abc import Sequence
from itertools import product

from shared.domain.analysis import ModelRun, Status
from shared.domain.model_manifest import ModelManifest
from shared.domain.organization_settings import ModelChoices, choice_of
from shared.domain.study import Series


def route(series: Sequence[Series], models: Sequence[ModelManifest], choices: ModelChoices) -> list[ModelRun]:
    """A run for each pair: running where the model accepts the series, skipped with its reason where not."""
    return [_run(one, model, choices) for one, model in product(series, models)]


def switched_off(model: str) -> str:
    return f"{model} is switched off in your organization."


def _run(series: Series, model: ModelManifest, choices: ModelChoices) -> ModelRun:
    if choice_of(model.id, choices).on:
        reason = model.accepts(modality=series.modality, body_part=series.body_part)
    else:
        reason = switched_off(model.name)
    return ModelRun(
        series_instance_uid=series.series_instance_uid,
        model_id=model.id,
        model_version=model.version,
        status=Status.SKIPPED if reason else Status.RUNNING,
        reason=reason,
    )
