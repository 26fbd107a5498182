"""One frame as a picture: decoded, given its meaning, ready to be windowed, shown or fed to a model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut

from shared.imaging.decode import decode_frame
from shared.imaging.errors import NoImage
from shared.imaging.reader import instance_uid, read
from shared.imaging.windows import Field, Window, apply_window, default_window, modality, spread, voi_table


@dataclass(frozen=True)
class Picture:
    header: Dataset
    values: Field
    """Rows by columns, after the modality LUT."""
    inverted: bool
    """MONOCHROME1: the lowest value is shown white."""

    @property
    def sop_instance_uid(self) -> str:
        return instance_uid(self.header)

    def brightness(self, window: Window | None = None) -> Field:
        """0 black to 1 white, by the window given, the image's own, or its range."""
        shown = None if window else voi_table(self.values, self.header)
        if shown is None:
            shown = apply_window(
                self.values.copy(), window or default_window(self.header) or spread(self.values)
            )
        return np.subtract(1, shown, out=shown) if self.inverted else shown


def open_picture(dicom: bytes, frame: int = 1) -> Picture:
    """Raises ImagingError."""
    return picture_of(read(dicom), frame)


def picture_of(ds: Dataset, frame: int = 1) -> Picture:
    """Raises ImagingError; NoImage for a picture in colour."""
    if is_colour(ds):
        raise NoImage(f"Instance {instance_uid(ds)} is in colour and has no grey values.", instance_uid(ds))
    values = modality(decode_frame(ds, frame), ds)
    return Picture(ds, values, ds.get("PhotometricInterpretation") == "MONOCHROME1")


def is_colour(ds: Dataset) -> bool:
    return int(ds.get("SamplesPerPixel") or 1) > 1 or ds.get("PhotometricInterpretation") == "PALETTE COLOR"


def colours(ds: Dataset, frame: int = 1) -> NDArray[np.uint8]:
    """Red, green, blue of a picture in colour."""
    values = decode_frame(ds, frame)
    if ds.get("PhotometricInterpretation") == "PALETTE COLOR":
        values = apply_color_lut(values, ds)
    if values.dtype.itemsize > 1:
        values = values >> (max(int(ds.get("BitsStored") or 16), 8) - 8)
    return values.astype(np.uint8)
