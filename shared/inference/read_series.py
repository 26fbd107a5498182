"""One model reads one series: image chosen, prepared, run, explained."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from shared.application.models.inference import InferSeries, SeenByModel, SeriesIndex, SeriesResult
from shared.application.ports import Blobs
from shared.core.measures import MODEL
from shared.core.telemetry import measured, span
from shared.domain.model_manifest import Label
from shared.domain.organization_settings import ModelChoice
from shared.imaging.apart.tensors import prepared
from shared.imaging.heatmap import heatmap_png
from shared.imaging.reader import instance_uid
from shared.imaging.tensor import Placement
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
        with span(what):
            yield
        self.seconds[what] = round(self.seconds.get(what, 0) + time.perf_counter() - started, 4)


@dataclass(frozen=True)
class _Work:
    """What the steps of one reading share."""

    task: InferSeries
    model: Model
    blobs: Blobs
    watch: Stopwatch


def read_series(task: InferSeries, model: Model, blobs: Blobs, watch: Stopwatch) -> SeriesResult:
    """Writes the heat maps. Raises ImagingError, ModelRefused, NotFound."""
    work, uid = _Work(task, model, blobs, watch), None
    try:
        with watch.on("load"):
            index = SeriesIndex.model_validate_json(blobs.get(task.index))
            header, file = choose(index, model.manifest, blobs)
            uid = instance_uid(header)
        with watch.on("prepare"):
            tensor, placement = prepared(file, model.manifest.input, uid)
        with watch.on("infer"):
            answer = model.run(tensor)
        named = model.manifest.called
        measured(MODEL, watch.seconds["infer"], model=named.id, version=named.version)
        _reject_strangers(model, answer)
        return _found(work, uid, answer, placement)
    except NotForThisModel as error:
        return SeriesResult(
            model=model.manifest.called,
            outcome="refused",
            reason=str(error),
            sop_instance_uid=uid,
            seconds=watch.seconds,
        )


def probability(logits: NDArray[np.float32], temperature: float) -> NDArray[np.float64]:
    """Calibrated: of images with 0.6, six in ten have the finding (as far as phantoms go)."""
    return 1 / (1 + np.exp(-np.clip(logits.astype(np.float64) / temperature, -60, 60)))


def _reject_strangers(model: Model, answer: Answer) -> None:
    rejection = model.manifest.rejection
    if rejection and probability(answer.logits[-1:], 1.0)[0] < rejection.threshold:
        raise NotForThisModel(rejection.reason)


def _found(work: _Work, uid: str, answer: Answer, placement: Placement) -> SeriesResult:
    manifest = work.model.manifest
    chances = probability(answer.logits, manifest.output.temperature)
    scores = [round(float(chance), 6) for chance in chances[: len(manifest.labels)]]
    wanted = ModelChoice(model_id=manifest.id, thresholds=work.task.thresholds)
    with work.watch.on("explain"):
        findings = [
            _finding(work, number, score, wanted.threshold(label), answer, placement)
            for number, (score, label) in enumerate(zip(scores, manifest.labels, strict=True))
            if score >= wanted.threshold(label)
        ]
    return SeriesResult(
        model=manifest.called,
        outcome="done",
        sop_instance_uid=uid,
        findings=sorted(findings, key=lambda one: -one.probability),
        scores={label.name: score for label, score in zip(manifest.labels, scores, strict=True)},
        seconds=work.watch.seconds,
    )


def _finding(
    work: _Work, number: int, score: float, threshold: float, answer: Answer, placement: Placement
) -> SeenByModel:
    manifest = work.model.manifest
    label, size = manifest.labels[number], (manifest.input.height, manifest.input.width)
    why = explain(
        answer.features, work.model.classifier[number], size, placement, whole=label.extent == "organ"
    )
    blob = _heatmap_name(work, label)
    work.blobs.put(blob, heatmap_png(why.heat, placement.picture), "image/png")
    return SeenByModel(
        label=label.name,
        code=label.code,
        probability=score,
        threshold=threshold,
        region=why.region,
        heatmap=blob,
    )


def _heatmap_name(work: _Work, label: Label) -> str:
    """The same for the same question, so that asking twice writes it twice and leaves one."""
    words = "".join(c if c.isalnum() else " " for c in label.name.lower()).split()
    folder = f"{work.task.organization_id}/heatmaps/{work.task.study_uid}/{work.task.series_uid}"
    return f"{folder}/{work.model.manifest.id}-{work.model.manifest.version}/{'-'.join(words)}.png"
