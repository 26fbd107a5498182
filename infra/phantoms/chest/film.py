"""From millimetres of tissue to the picture: beam, scatter, quanta, and the maker's processing."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from infra.phantoms.chest.stage import Stage
from infra.phantoms.fields import Field, blurred, smooth_noise, step

SOFT, BONE = 0.0170, 0.0240
"""Attenuation per millimetre at about 120 kVp; bone beyond the soft tissue that it displaces."""


def expose(stage: Stage, soft: Field, bone: Field) -> Field:
    """Optical depth as the detector measures it, with scatter and quantum noise."""
    how, rng = stage.sitting.exposure, np.random.default_rng([stage.sitting.seed, 53])
    primary = np.exp(-SOFT * soft - BONE * bone)
    scattered = how.scatter * 0.45 * blurred(np.minimum(primary, 0.3), 26 * stage.scale)
    arrived = np.minimum(primary + scattered, 0.6)
    grain = rng.standard_normal(stage.shape).astype(np.float32)
    if min(stage.shape) > 700:  # neighbouring detector elements share light
        grain = blurred(grain, 0.6) * 2
    quanta = 0.0035 * how.noise * stage.scale / 0.56 / (1 if stage.scale < 1 else stage.scale**0.5)
    return -np.log(np.clip(arrived + quanta * np.sqrt(arrived) * grain, 1e-3, None))


def process(stage: Stage, depth: Field, body: Field) -> Field:
    """Brightness 0 to 1: window on the body, S-curve, enhanced detail, marker, collimation."""
    how = stage.sitting.exposure
    inside = depth[body > 60][:: max(1, body.size // 40000)]
    low, high = np.percentile(inside, [1.5, 99.3]) if inside.size else (0.0, 1.0)
    detail = depth - blurred(depth, 7 * stage.scale)
    t = (depth + how.sharpening * 0.7 * detail - low) / (high - low + 1e-6)
    t = np.clip(0.10 + 0.80 * (0.5 + (t - 0.5) * how.contrast + how.brightness), 0, 1)
    curve = t * t * (3 - 2 * t)
    picture = (0.55 * t + 0.45 * curve) * step(body + 3, 6)
    return _collimate(stage, np.maximum(picture, _marker(stage))).astype(np.float32)


def _marker(stage: Stage) -> Field:
    """The lead letter on the detector."""
    how = stage.sitting.exposure
    image = Image.new("L", (stage.shape[1], stage.shape[0]))
    if how.marker:
        right = how.marker == "R"
        size = max(8.0, 0.055 * max(stage.shape))
        where = (stage.shape[1] * (0.09 if right else 0.86), stage.shape[0] * 0.06)
        ImageDraw.Draw(image).text(where, how.marker, fill=250, font=ImageFont.load_default(size))
    return np.asarray(image, np.float32) / np.float32(255)


def _collimate(stage: Stage, picture: Field) -> Field:
    rows, columns = stage.shape
    top, right, bottom, left = stage.sitting.exposure.margins
    shut = np.zeros_like(picture)
    shut[
        round(rows * top) : rows - round(rows * bottom),
        round(columns * left) : columns - round(columns * right),
    ] = 1
    return picture * shut


def parenchyma(stage: Stage) -> Field:
    """Fine interstitial texture of the lung, relative."""
    rng = np.random.default_rng([stage.sitting.seed, 61])
    return 0.6 * smooth_noise(rng, stage.shape, 90) + 0.4 * smooth_noise(rng, stage.shape, 180)
