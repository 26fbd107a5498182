"""Pictures that are not chest radiographs, for a model to refuse: slices, limbs, pages, shapes, noise."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from infra.phantoms.fields import Field, Outlines, blurred, chord, ellipse, smooth_noise, step
from infra.phantoms.head.images import ct_slices, mr_slices

type Shape = tuple[int, int]
type Maker = Callable[[np.random.Generator, Shape], Field]


def draw_other(seed: int, shape: Shape = (224, 224)) -> tuple[str, Field]:
    """What it is, and brightness 0 to 1."""
    rng = np.random.default_rng([seed, 71])
    name = str(rng.choice(sorted(MAKERS)))
    picture = MAKERS[name](rng, shape)
    return name, np.clip(picture, 0, 1).astype(np.float32)


def ct(rng: np.random.Generator, shape: Shape) -> Field:
    size, height = max(shape), rng.uniform(12, 318)
    spacing = 256 / size * rng.uniform(0.8, 1.2)
    pixels = next(iter(ct_slices([height], seed=int(rng.integers(1 << 30)), size=size, spacing=spacing)))
    centre, width = ((40, 90), (40, 380), (300, 1800), (-400, 1500))[rng.integers(4)]
    return _cropped((pixels.astype(np.float32) - (centre - width / 2)) / width, shape)


def mr(rng: np.random.Generator, shape: Shape) -> Field:
    size = max(shape) // 2 * 2
    spacing = 230 / size * rng.uniform(0.85, 1.2)
    pixels = next(
        iter(mr_slices([rng.uniform(15, 160)], seed=int(rng.integers(1 << 30)), size=size, spacing=spacing))
    )
    return _cropped(pixels.astype(np.float32) / rng.uniform(700, 1100), shape)


def chest_slice(rng: np.random.Generator, shape: Shape) -> Field:
    """An axial section through the chest: an oval with two dark lungs, a heart and a vertebra."""
    x, y = _plane(shape)
    wide, deep = rng.uniform(0.7, 0.95), rng.uniform(0.45, 0.68)
    out = 0.55 * step(1 - ellipse(x, y, (0, 0), (wide, deep)), 0.03)
    for side in (-1, 1):
        lung = step(1 - ellipse(x, y, (side * 0.4 * wide, -0.02), (0.33 * wide, 0.72 * deep), side * 8), 0.05)
        out = out * (1 - lung) + lung * (0.05 + 0.03 * smooth_noise(rng, shape, 60))
    heart = step(1 - ellipse(x, y, (0.12, -0.12), (0.26, 0.24), 30), 0.05)
    out = np.maximum(out, 0.6 * heart)
    out = np.maximum(out, 0.95 * step(1 - ellipse(x, y, (0, 0.62 * deep), (0.1, 0.09)), 0.2))
    return out + 0.02 * smooth_noise(rng, shape, 100)


def limb(rng: np.random.Generator, shape: Shape) -> Field:
    """A forearm, a lower leg or fingers: tubes of bone in soft tissue."""
    x, y = _plane(shape)
    out = np.zeros(shape, np.float32)
    lean, count = rng.normal(0, 0.15), int(rng.integers(1, 5))
    for number in range(count):
        middle = (number - (count - 1) / 2) * 0.42 + lean * y + 0.03 * np.sin(3 * y + rng.uniform(0, 6))
        thick = rng.uniform(0.07, 0.14)
        away = np.abs(x - middle)
        out += 0.35 * chord((away / (thick * rng.uniform(2.0, 3.2))) ** 2)
        out += 0.45 * (chord((away / thick) ** 2) - 0.6 * chord((away / (thick * 0.7)) ** 2))
    return out + 0.02 * smooth_noise(rng, shape, 100)


def noise(rng: np.random.Generator, shape: Shape) -> Field:
    cells = int(rng.choice([3, 8, 20, 60, 224]))
    return 0.5 + 0.25 * smooth_noise(rng, shape, cells) + rng.uniform(0, 0.2) * rng.standard_normal(shape)


def flat(rng: np.random.Generator, shape: Shape) -> Field:
    x, y = _plane(shape)
    slope = rng.normal(0, 0.4, 2) * rng.integers(0, 2)
    return rng.random() + slope[0] * x + slope[1] * y + 0.01 * rng.standard_normal(shape).astype(np.float32)


def shapes(rng: np.random.Generator, shape: Shape) -> Field:
    layer = Outlines(shape)
    for _ in range(int(rng.integers(1, 12))):
        centre = rng.random(2) * [shape[1], shape[0]]
        turn = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 30))))
        points = centre + rng.uniform(0.03, 0.35) * max(shape) * np.stack(
            [np.cos(turn), np.sin(turn)], axis=1
        )
        layer.polygon(points, rng.random())
    return blurred(layer.field(), rng.uniform(0.3, 4))


def page(rng: np.random.Generator, shape: Shape) -> Field:
    """A scanned letter."""
    image = Image.new("L", (shape[1], shape[0]), 235)
    draw, size = ImageDraw.Draw(image), float(rng.uniform(6, 16))
    font = ImageFont.load_default(size)
    for line in range(int(shape[0] / size / 1.4)):
        words = " ".join("x" * int(rng.integers(2, 9)) for _ in range(12))
        draw.text((size, line * size * 1.4 + size), words[: int(rng.integers(10, 70))], fill=30, font=font)
    field = np.asarray(image, np.float32) / 255
    return 1 - field if rng.random() < 0.3 else field


MAKERS: dict[str, Maker] = {
    "ct": ct, "mr": mr, "chest_slice": chest_slice, "limb": limb,
    "noise": noise, "flat": flat, "shapes": shapes, "page": page,
}  # fmt: skip


def _plane(shape: Shape) -> tuple[Field, Field]:
    y, x = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j].astype(np.float32)
    return x, y


def _cropped(field: Field, shape: Shape) -> Field:
    top, left = (field.shape[0] - shape[0]) // 2, (field.shape[1] - shape[1]) // 2
    return field[top : top + shape[0], left : left + shape[1]]
