"""Lossless compression of a phantom, as a modality or an archive would send it."""

from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, JPEGLSLossless


def to_jpeg_ls(ds: Dataset) -> Dataset:
    """JPEG-LS lossless, 1.2.840.10008.1.2.4.80."""
    from pydicom.pixels import compress

    compress(ds, UID(JPEGLSLossless), encoding_plugin="pyjpegls", generate_instance_uid=False)
    return ds


def with_stream(ds: Dataset, syntax: str, stream: bytes) -> Dataset:
    """Pixel data replaced by one encapsulated stream of any syntax; used to build odd files."""
    ds.PixelData = encapsulate([stream])
    ds["PixelData"].VR, ds["PixelData"].is_undefined_length = "OB", True
    ds.file_meta.TransferSyntaxUID = UID(syntax)
    return ds
