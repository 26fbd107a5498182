"""How good the demonstration model is on phantoms nobody has seen: AUC, refusals, where it looks, speed.

Real parts only: the manifest's preprocessing, the committed ONNX file, onnxruntime.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from infra.phantoms.chest.person import LABELS, Label
from infra.training.examples import Example, example
from shared.domain.values import Region
from shared.imaging.tensor import fit
from shared.inference.explain import explain
from shared.inference.model import Model, load
from shared.inference.read_series import probability
from shared.infrastructure.models.catalogue import FolderCatalogue

MODELS = Path(__file__).parents[2] / "shared" / "inference" / "models"
FRESH_FROM = 2_000_000  # numbers of phantoms that training never draws
COUNT = 800
AUC_BAR, REFUSAL_BAR = 0.95, 0.99

type Progress = Callable[[str], None]


@dataclass
class Tally:
    scores: list[np.ndarray] = field(default_factory=list[np.ndarray])
    truth: list[tuple[int, ...]] = field(default_factory=list[tuple[int, ...]])
    refused: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    hits: dict[Label, list[bool]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list[float])


def run(progress: Progress = print, count: int = COUNT) -> dict[str, object]:
    """Prints a table; returns goals, bars and what was measured."""
    model, tally = _model(), Tally()
    for number in range(count):
        _judge(model, example(FRESH_FROM + number), tally)
        if number % 100 == 99:
            progress(f"  {number + 1}/{count} fresh phantoms read")
    goals = [*_auc_goals(tally), *_refusal_goals(tally)]
    _table(tally, goals)
    return {"bench": "model", "goals": goals}


def _model() -> Model:
    catalogue = FolderCatalogue(MODELS)
    manifest = catalogue.get("chest-xray-demo")
    return load(manifest, catalogue.weights(manifest))


def _judge(model: Model, one: Example, tally: Tally) -> None:
    manifest = model.manifest
    image, placement = fit(one.image, manifest.input)
    tensor = ((image - manifest.input.mean) / manifest.input.deviation)[None, None].astype(np.float32)
    started = time.perf_counter()
    answer = model.run(tensor)
    tally.seconds.append(time.perf_counter() - started)
    assert manifest.rejection
    refused = bool(probability(answer.logits[-1:], 1.0)[0] < manifest.rejection.threshold)
    tally.refused["chest X-ray" if one.is_chest else one.kind].append(refused)
    if not one.is_chest:
        return
    chances = probability(answer.logits, manifest.output.temperature)[: len(LABELS)]
    tally.scores.append(chances)
    tally.truth.append(one.labels)
    for number, label in enumerate(LABELS):
        if label in one.boxes and chances[number] >= manifest.labels[number].threshold:
            why = explain(answer.features, model.classifier[number], image.shape, placement)  # pyright: ignore[reportArgumentType]
            tally.hits[label].append(_near(why.heat, one.boxes[label]))


def _near(heat: np.ndarray, boxes: list[Region], margin: int = 12) -> bool:
    """The hottest point lies in a true box, or 12 of 224 pixels beside it."""
    row, column = np.unravel_index(int(heat.argmax()), heat.shape)
    grown = [(b.x - margin, b.y - margin, b.x + b.width + margin, b.y + b.height + margin) for b in boxes]
    return any(left <= column <= right and top <= row <= bottom for left, top, right, bottom in grown)


def auc(scores: np.ndarray, truth: np.ndarray) -> float:
    """Area under the ROC curve: the chance that a positive scores above a negative, ties counting half."""
    positive, negative = scores[truth == 1], scores[truth == 0]
    above = (positive[:, None] > negative).mean() + 0.5 * (positive[:, None] == negative).mean()
    return float(above)


def _auc_goals(tally: Tally) -> list[dict[str, object]]:
    scores, truth = np.array(tally.scores), np.array(tally.truth)
    measured = [round(auc(scores[:, k], truth[:, k]), 4) for k in range(len(LABELS))]
    return [_goal(f"AUC {label}", AUC_BAR, value) for label, value in zip(LABELS, measured, strict=True)]


def _refusal_goals(tally: Tally) -> list[dict[str, object]]:
    strangers = [r for kind, all_ in tally.refused.items() if kind != "chest X-ray" for r in all_]
    refused = round(float(np.mean(strangers)), 4)
    kept = round(1 - float(np.mean(tally.refused["chest X-ray"])), 4)
    return [
        _goal("refused: not a chest X-ray", REFUSAL_BAR, refused),
        _goal("accepted: chest X-rays", REFUSAL_BAR, kept),
    ]


def _goal(goal: str, bar: float, measured: float) -> dict[str, object]:
    return {"goal": goal, "bar": bar, "measured": measured, "met": measured >= bar}


def _table(tally: Tally, goals: list[dict[str, object]]) -> None:
    print(f"{'':44}{'measured':>10}{'bar':>8}")
    for goal in goals:
        met = "met" if goal["met"] else "MISSED"
        print(f"{goal['goal']:<44}{goal['measured']:>10}{goal['bar']:>8}  {met}")
    for kind, answers in sorted(tally.refused.items()):
        print(f"{'refused, ' + kind:<44}{float(np.mean(answers)):>10.3f}  of {len(answers)}")
    for label, hits in tally.hits.items():
        print(f"{'looks at the right place, ' + label:<44}{float(np.mean(hits)):>10.3f}  of {len(hits)}")
    print(f"{'milliseconds an image, median':<44}{1000 * float(np.median(tally.seconds)):>10.1f}")


if __name__ == "__main__":
    run()
