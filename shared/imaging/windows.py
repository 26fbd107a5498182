"""Look-up tables: from stored values to what they mean, and from that to brightness (PS3.3 C.11)."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

type Field = NDArray[np.float32]


class Window(NamedTuple):
    centre: float
    width: float
    function: Literal["LINEAR", "LINEAR_EXACT", "SIGMOID"] = "LINEAR"


def modality(values: NDArray[np.integer], ds: Dataset) -> Field:
    """Stored values to HU, optical density or whatever the modality measures (PS3.3 C.11.1)."""
    if "ModalityLUTSequence" in ds:
        return _looked_up(values, ds.ModalityLUTSequence[0])
    field = values.astype(np.float32)
    slope, intercept = float(ds.get("RescaleSlope") or 1), float(ds.get("RescaleIntercept") or 0)
    if slope != 1:
        field *= np.float32(slope)
    if intercept:
        field += np.float32(intercept)
    return field


def default_window(ds: Dataset) -> Window | None:
    """The image's first window, if it has a usable one."""
    centre, width = _first(ds.get("WindowCenter")), _first(ds.get("WindowWidth"))
    if centre is None or width is None or width < 1:
        return None
    function = str(ds.get("VOILUTFunction") or "LINEAR")
    return Window(centre, width, function if function in {"LINEAR_EXACT", "SIGMOID"} else "LINEAR")  # pyright: ignore[reportArgumentType]


def apply_window(field: Field, window: Window) -> Field:
    """0 to 1 (PS3.3 C.11.2.1.2). `field` is used up."""
    if window.function == "SIGMOID":
        return (1 / (1 + np.exp(-4 * (field - window.centre) / window.width))).astype(np.float32)
    centre, width = window.centre, window.width
    if window.function == "LINEAR":
        centre, width = centre - 0.5, max(width - 1, 1e-6)
    field -= np.float32(centre - width / 2)
    field *= np.float32(1 / width)
    return np.clip(field, 0, 1, out=field)


def voi_table(field: Field, ds: Dataset) -> Field | None:
    """Brightness 0 to 1 by the image's own VOI LUT, where it has one and no window."""
    if "VOILUTSequence" not in ds or default_window(ds):
        return None
    item = ds.VOILUTSequence[0]
    return _looked_up(np.round(field).astype(np.int64), item) / np.float32(2 ** _bits(item) - 1)


def spread(field: Field) -> Window:
    """The whole range of values, for images that come without a window."""
    low, high = float(field.min()), float(field.max())
    return Window((low + high) / 2, max(high - low, 1e-6), "LINEAR_EXACT")


def _looked_up(values: NDArray[np.integer], item: Dataset) -> Field:
    entries, first, _ = (int(n) for n in item.LUTDescriptor)
    table = item.LUTData
    data = np.frombuffer(table, "<u2") if isinstance(table, bytes) else np.asarray(table)
    if first > 0x7FFF and np.issubdtype(values.dtype, np.signedinteger):  # written as US, meant as SS
        first -= 0x10000
    index = np.clip(values.astype(np.int64) - first, 0, (entries or 0x10000) - 1)
    return data[index].astype(np.float32)


def _bits(item: Dataset) -> int:
    return int(item.LUTDescriptor[2]) or 16


def _first(value: object) -> float | None:
    try:
        return float(value if isinstance(value, (str, int, float)) else value[0])  # type: ignore[index]
    except (TypeError, ValueError, IndexError):
        return None
