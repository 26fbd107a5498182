"""One model reads one series: image chosen, prepared, run, explained."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from shared.application.models.inference import InferSeries, SeenByModel, SeriesIndex, SeriesResult
from shared.application.ports import Blobs
from shared.domain.model_manifest import Label
from shared.imaging.heatmap import heatmap_png
from shared.imaging.picture import picture_of
from shared.imaging.reader import instance_uid
from shared.imaging.tensor import Placement, prepare
from shared.inference.choose import choose
from shared.inference.errors import NotForThisModel
from shared.inference.explain import explain
from shared.inference.model import Answer, Model


@dataclass
class Stopwatch:
    """Seconds by what they were spent on."""

    seconds: dict[str, float] = field(default_factory=dict[str, float])

    @contextmanager
    def on(self, what: str) -> Generator[None]:
        started = time.perf_counter()
        yield
        self.seconds[what] = round(self.seconds.get(what, 0) + time.perf_counter() - started, 4)


def read_series(task: InferSeries, model: Model, blobs: Blobs, watch: Stopwatch) -> SeriesResult:
    """Writes the heat maps. Raises ImagingError, ModelRefused, NotFound."""
    uid: str | None = None
    try:
        with watch.on("load"):
            index = SeriesIndex.model_validate_json(blobs.get(task.index))
            ds = choose(index, model.manifest, blobs)
            uid = instance_uid(ds)
        with watch.on("decode"):
            picture = picture_of(ds)
        with watch.on("prepare"):
            tensor, placement = prepare(picture, model.manifest.input)
        with watch.on("infer"):
            answer = model.run(tensor)
        return _result(task, model, blobs, watch, uid, answer, placement)
    except NotForThisModel as error:
        return SeriesResult(
            model=model.manifest.called,
            outcome="refused",
            reason=str(error),
            sop_instance_uid=uid,
            seconds=watch.seconds,
        )


def _result(
    task: InferSeries,
    model: Model,
    blobs: Blobs,
    watch: Stopwatch,
    uid: str,
    answer: Answer,
    placement: Placement,
) -> SeriesResult:
    manifest = model.manifest
    _reject_strangers(model, answer)
    chances = probability(answer.logits, manifest.output.temperature)
    scores = {label.name: round(float(p), 6) for label, p in zip(manifest.labels, chances, strict=False)}
    with watch.on("explain"):
        findings = [
            _seen(task, model, blobs, label, number, scores[label.name], answer, placement)
            for number, label in enumerate(manifest.labels)
            if scores[label.name] >= label.threshold
        ]
    findings.sort(key=lambda f: -f.probability)
    return SeriesResult(
        model=manifest.called,
        outcome="done",
        sop_instance_uid=uid,
        findings=findings,
        scores=scores,
        seconds=watch.seconds,
    )


def probability(logits: NDArray[np.float32], temperature: float) -> NDArray[np.float64]:
    """Calibrated: 0.6 means right in six of ten such images (of phantoms)."""
    return 1 / (1 + np.exp(-np.clip(logits.astype(np.float64) / temperature, -60, 60)))


def _reject_strangers(model: Model, answer: Answer) -> None:
    rejection = model.manifest.rejection
    if rejection and probability(answer.logits[-1:], 1.0)[0] < rejection.threshold:
        raise NotForThisModel(rejection.reason)


def _seen(
    task: InferSeries,
    model: Model,
    blobs: Blobs,
    label: Label,
    number: int,
    chance: float,
    answer: Answer,
    placement: Placement,
) -> SeenByModel:
    size = model.manifest.input.height, model.manifest.input.width
    why = explain(answer.features, model.classifier[number], size, placement)
    folder = f"{task.organization_id}/heatmaps/{task.study_uid}/{task.series_uid}/{model.manifest.id}"
    blob = f"{folder}/{_slug(label)}.png"
    blobs.put(blob, heatmap_png(why.heat, placement.picture), "image/png")
    return SeenByModel(
        label=label.name,
        code=label.code,
        probability=chance,
        threshold=label.threshold,
        region=why.region,
        heatmap=blob,
    )


def _slug(label: Label) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in label.name.lower()).split())
