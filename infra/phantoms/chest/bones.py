"""Ribs, clavicles, shoulder blades and spine: millimetres of bone along the beam."""

import numpy as np
from numpy.typing import NDArray

from infra.phantoms.chest.stage import Stage
from infra.phantoms.chest.thorax import LATERAL, Thorax
from infra.phantoms.fields import Field, Outlines, blurred, chord, ellipse, height_of, smooth_noise, step

type Path = NDArray[np.floating]


def bone(stage: Stage, thorax: Thorax) -> Field:
    total = 11.5 * _ribs(stage, front=False) + 8.0 * _ribs(stage, front=True)
    total += 9.0 * _clavicles(stage) + 4.0 * _shoulders(stage)
    total = blurred(total, 0.5 + 0.35 * stage.scale) + _spine(stage, thorax)
    grain = smooth_noise(stage.rng, stage.shape, 110)
    return np.clip(total * (1 + 0.07 * grain), 0, None)


def _back_rib(number: int, sign: float) -> Path:
    start = 56 + 24.3 * (number - 1)
    angle = np.linspace(0.0, np.pi / 2, 40)
    y = start + (6 + 4.6 * number) * (1 - np.cos(angle)) ** 1.15 - (4 + 0.8 * number) * np.sin(2 * angle)
    lateral = height_of(LATERAL, start + 6 + 4.6 * number) + 2
    return np.stack([sign * (15 + (lateral - 15) * np.sin(angle)), y], axis=1)


def _front_rib(number: int, sign: float) -> Path:
    (_, top), v = _back_rib(number, sign)[-1], np.linspace(0, 1, 30)
    lateral = height_of(LATERAL, float(top)) + 2
    end = 40 if number == 1 else 56 + 5.5 * number
    x = lateral - (lateral - end) * v**1.55
    return np.stack([sign * x, top + (26 + 8.5 * number) * v**0.85], axis=1)


def _ribbon(path: Path, width: NDArray[np.floating]) -> Path:
    along = np.gradient(path, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / (
        np.linalg.norm(along, axis=1, keepdims=True) + 1e-6
    )
    half = width[:, None] / 2
    return np.concatenate([path + normal * half, (path - normal * half)[::-1]])


def _tube(layer: Outlines, stage: Stage, path: Path, width: NDArray[np.floating], core: float = 0.5) -> None:
    """A hollow bone: its cortex is brighter than what it holds."""
    layer.polygon(stage.pixels(_ribbon(path, width)), 1)
    layer.polygon(stage.pixels(_ribbon(path, np.clip(width - 3.2, 1, None))), core)


def _ribs(stage: Stage, *, front: bool) -> Field:
    layer, rng = Outlines(stage.shape), stage.rng
    turn = stage.sitting.exposure.turn * (0.5 if front else -0.2)
    for number in range(1, 7 if front else 11):
        for sign in (-1.0, 1.0):
            path = _front_rib(number, sign) if front else _back_rib(number, sign)
            path = path + np.array([turn, rng.normal(0, 0.9)])
            u = np.linspace(0, 1, len(path))
            width = (8.5 + 4 * u) * np.sqrt(1.0001 - u**6) if front else 9.5 - 1.9 * u
            _tube(layer, stage, path, width, 0.55)
    return layer.field()


def _clavicles(stage: Stage) -> Field:
    layer, turn = Outlines(stage.shape), stage.sitting.exposure.turn
    u = np.linspace(0, 1, 40)
    for sign in (-1.0, 1.0):
        y = 70 - 34 * u - 7 * np.sin(2 * np.pi * u)
        path = np.stack([sign * (14 + 132 * u) + turn * (1 - u), y], axis=1)
        _tube(layer, stage, path, 15 - 5 * np.sin(np.pi * u), 0.6)
    return layer.field()


def _shoulders(stage: Stage) -> Field:
    """Blade, its spine and the head of the humerus; mostly off the lungs when the arms are rolled forward."""
    layer = Outlines(stage.shape)
    for sign in (-1.0, 1.0):
        blade = np.array(
            [
                [118, 62],
                [150, 44],
                [172, 50],
                [168, 72],
                [154, 112],
                [140, 160],
                [131, 172],
                [126, 150],
                [120, 100],
            ]
        )
        layer.polygon(stage.pixels(blade * [sign, 1.0]), 0.45)
        edge = np.array([[168, 72], [154, 112], [140, 160], [131, 172]]) * [sign, 1.0]
        layer.stroke(stage.pixels(edge), 4 * stage.scale, 0.9)
        spine = np.array([[119, 78], [140, 62], [170, 44], [184, 34]]) * [sign, 1.0]
        layer.stroke(stage.pixels(spine), 7 * stage.scale, 0.85)
        turn = np.linspace(0, 2 * np.pi, 40)
        head = np.stack([sign * (186 + 23 * np.cos(turn)), 60 + 25 * np.sin(turn)], axis=1)
        layer.polygon(stage.pixels(head), 1.0)
    return layer.field()


def _spine(stage: Stage, thorax: Thorax) -> Field:
    x, y = thorax.x + stage.sitting.exposure.turn * 0.2, thorax.y
    phase = np.mod(y - 44, 24.3) / 24.3
    body = step(0.42 - np.abs(phase - 0.5), 0.05)
    waist = 16.5 + 2.5 * np.abs(phase - 0.5) + 0.012 * np.clip(y, 0, None)
    column = 5.5 * chord(np.clip(np.abs(x) / waist, 0, 1.0) ** 4) * (0.45 + 0.55 * body)
    ends = 3.5 * np.exp(-(((np.abs(phase - 0.5) - 0.42) / 0.03) ** 2)) * step(waist - np.abs(x), 2)
    height = (phase - 0.38) * 24.3
    pedicles = sum(_ring(ellipse(x, height, (s * 10.5, 0), (4.2, 6.0))) for s in (-1.0, 1.0))
    process = 3.5 * chord(ellipse(x, (phase - 0.85) * 24.3, (0, 0), (3, 7)))
    across = 3 * step(26 - np.abs(x), 6) * np.exp(-(((phase - 0.3) / 0.13) ** 2)) * step(np.abs(x) - 14, 4)
    return (column + ends + 3 * np.asarray(pedicles) + process + across).astype(np.float32)


def _ring(squared: Field) -> Field:
    return np.exp(-(((np.sqrt(squared) - 0.8) / 0.22) ** 2))
