"""Small DICOM files for tests, with the attributes that a PACS wants to see."""

from io import BytesIO
from typing import Any

import numpy as np
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, CTImageStorage, ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGLSLossless

SYNTAXES = {"explicit": ExplicitVRLittleEndian, "implicit": ImplicitVRLittleEndian, "jpeg-ls": JPEGLSLossless}


def ct_slice(
    study: str,
    series: str,
    number: int = 1,
    *,
    syntax: str = "explicit",
    size: int = 32,
    frames: int = 1,
    **attributes: Any,
) -> bytes:
    """A DICOM Part 10 file whose instance UID is the series' with the number behind it."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ImplicitVRLittleEndian if syntax == "implicit" else ExplicitVRLittleEndian
    ds = Dataset()
    ds.file_meta = meta
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.SOPClassUID = meta.MediaStorageSOPClassUID = CTImageStorage
    ds.SOPInstanceUID = meta.MediaStorageSOPInstanceUID = UID(f"{series}.{number}")
    ds.StudyInstanceUID, ds.SeriesInstanceUID = study, series
    ds.PatientID, ds.PatientName = "IYET5.0", "Núñez^José"
    ds.PatientBirthDate, ds.PatientSex = "19410901", "M"
    ds.StudyDate, ds.StudyTime, ds.StudyDescription = "20040304", "101500", "HEAD"
    ds.AccessionNumber, ds.StudyID, ds.ReferringPhysicianName = "A1", "1", "Who^Doctor"
    ds.Modality, ds.SeriesDescription, ds.SeriesNumber = "CT", "CT HEAD/NECK 5.0 B30s", 1
    ds.InstanceNumber = number
    for keyword, value in attributes.items():
        setattr(ds, keyword, value)
    _add_pixels(ds, number, size, frames)
    if syntax == "jpeg-ls":
        ds.compress(JPEGLSLossless, encoding_plugin="pyjpegls", generate_instance_uid=False)
    return saved(ds)


def saved(ds: Dataset) -> bytes:
    file = BytesIO()
    ds.save_as(file, enforce_file_format=True)
    return file.getvalue()


def changed(file: bytes, **attributes: Any) -> bytes:
    """The same file with other attributes; None removes one."""
    ds = dcmread(BytesIO(file))
    for keyword, value in attributes.items():
        if value is None:
            delattr(ds, keyword)
        else:
            setattr(ds, keyword, value)
    return saved(ds)


def pixels(number: int, size: int = 32, frames: int = 1) -> bytes:
    values = np.random.default_rng(number).integers(0, 4000, (frames, size, size), dtype=np.uint16)
    return values.tobytes()


def _add_pixels(ds: Dataset, number: int, size: int, frames: int) -> None:
    ds.Rows = ds.Columns = size
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, 0
    ds.RescaleSlope, ds.RescaleIntercept = 1, 0
    if frames > 1:
        ds.NumberOfFrames = frames
    ds.PixelData = pixels(number, size, frames)
