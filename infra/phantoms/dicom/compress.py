"""Lossless compression of a phantom, as a modality or an archive would send it."""

from pydicom.dataset import Dataset
from pydicom.pixels.utils import compress
from pydicom.uid import JPEGLSLossless


def to_jpeg_ls(ds: Dataset) -> Dataset:
    """JPEG-LS lossless, 1.2.840.10008.1.2.4.80; the same data set, changed."""
    compress(ds, JPEGLSLossless, encoding_plugin="pyjpegls", generate_instance_uid=False)
    return ds
