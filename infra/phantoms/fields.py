"""Two-dimensional building blocks: smooth noise, blur, soft edges, filled outlines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

type Field = NDArray[np.floating]
"""Mostly float32, for speed."""


def resized(field: Field, shape: tuple[int, int], how: Image.Resampling = Image.Resampling.BICUBIC) -> Field:
    return np.asarray(Image.fromarray(field).resize((shape[1], shape[0]), how), np.float32)


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], cells: int) -> Field:
    """Normal noise with about `cells` bumps along the longer side, of unit variance."""
    scale = cells / max(shape)
    coarse = (max(2, round(shape[0] * scale)), max(2, round(shape[1] * scale)))
    field = resized(rng.standard_normal(coarse).astype(np.float32), shape)
    return (field - field.mean()) / (field.std() + np.float32(1e-6))


def blurred(field: Field, sigma: float) -> Field:
    """Gaussian blur; `sigma` in pixels. Wide ones are made small and large again, which is much faster."""
    step = max(1, int(sigma // 3))
    if step > 1:
        small = (max(2, field.shape[0] // step), max(2, field.shape[1] // step))
        lowered = blurred(resized(field, small, Image.Resampling.BOX), sigma / step)
        return resized(lowered, (field.shape[0], field.shape[1]))
    radius = max(1, int(3 * sigma + 0.5))
    offsets = np.arange(-radius, radius + 1)
    kernel = np.exp(-0.5 * (offsets / max(sigma, 1e-3)) ** 2).astype(np.float32)
    return _along(_along(field, kernel / kernel.sum(), 0), kernel / kernel.sum(), 1)


def _along(field: Field, kernel: Field, axis: int) -> Field:
    radius = len(kernel) // 2
    pad = [(radius, radius) if a == axis else (0, 0) for a in range(2)]
    padded = np.pad(field, pad, mode="edge")
    n = field.shape[axis]
    out = np.zeros_like(field)
    for i, weight in enumerate(kernel):
        out += weight * (padded[i : i + n] if axis == 0 else padded[:, i : i + n])
    return out


def step(distance: Field, width: float) -> Field:
    """0 below, 1 above zero, smooth over `width`."""
    t = np.clip(distance / np.float32(width) + np.float32(0.5), 0, 1)
    return t * t * (3 - 2 * t)


def chord(squared_radius: Field) -> Field:
    """Length of the ray through a unit ball, as a share of its diameter."""
    return np.sqrt(np.clip(1 - squared_radius, 0, None))


def ellipse(
    x: Field, y: Field, centre: tuple[float, float], axes: tuple[float, float], tilt: float = 0
) -> Field:
    """Squared radius: below 1 inside; `tilt` in degrees, clockwise on the screen."""
    c, s = np.float32(np.cos(np.radians(tilt))), np.float32(np.sin(np.radians(tilt)))
    dx, dy = x - np.float32(centre[0]), y - np.float32(centre[1])
    u, v = (c * dx + s * dy) / np.float32(axes[0]), (-s * dx + c * dy) / np.float32(axes[1])
    return u * u + v * v


def table(at: Field, points: Sequence[tuple[float, float]]) -> Field:
    """A curve through the given points, with rounded corners."""
    xs, ys = zip(*points, strict=True)
    grid = np.linspace(xs[0], xs[-1], 256)
    values = np.interp(grid, xs, ys)
    kernel = np.hanning(25) / np.hanning(25).sum()
    values = np.convolve(np.pad(values, 12, mode="edge"), kernel, mode="valid")
    return np.interp(at, grid, values).astype(np.float32)


def height_of(curve: Sequence[tuple[float, float]], at: float) -> float:
    """One value of a curve through the given points, with straight lines between them."""
    xs, ys = zip(*curve, strict=True)
    return float(np.interp(at, xs, ys))


class Outlines:
    """Filled polygons and strokes with clean edges; intensities 0 to 1."""

    def __init__(self, shape: tuple[int, int], finer: int = 2) -> None:
        self._finer, self._shape = finer, shape
        self._image = Image.new("L", (shape[1] * finer, shape[0] * finer))
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: NDArray[np.floating], value: float) -> None:
        self._draw.polygon(self._flat(points), fill=round(255 * value))

    def stroke(self, points: NDArray[np.floating], width: float, value: float) -> None:
        wide = max(1, round(width * self._finer))
        self._draw.line(self._flat(points), fill=round(255 * value), width=wide, joint="curve")

    def field(self) -> Field:
        small = self._image.resize((self._shape[1], self._shape[0]), Image.Resampling.BOX)
        return np.asarray(small, np.float32) / np.float32(255)

    def _flat(self, points: NDArray[np.floating]) -> list[float]:
        return ((points + 0.5) * self._finer).ravel().tolist()
