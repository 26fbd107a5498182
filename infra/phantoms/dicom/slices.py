"""CT and MR series of parallel axial slices."""

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import CTImageStorage, MRImageStorage

from infra.phantoms.dicom.common import image, put_pixels
from infra.phantoms.dicom.facts import Series, uid


def ct_image(
    series: Series, pixels: NDArray[np.int16], number: int, height: float, spacing: float
) -> Dataset:
    """`pixels` in HU, `height` in mm below the vertex."""
    ds = image(series, CTImageStorage, number)
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    _plane(ds, series, pixels, height, spacing, 5.0)
    put_pixels(ds, np.clip(pixels + 1024, 0, 4095).astype(np.uint16), 12)
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = "-1024", "1", "HU"
    ds.WindowCenter, ds.WindowWidth = ["40", "40"], ["90", "380"]
    ds.WindowCenterWidthExplanation = ["BRAIN", "SOFT TISSUE"]
    ds.KVP, ds.XRayTubeCurrent, ds.ExposureTime = "120", 260, 1000
    ds.ConvolutionKernel, ds.GantryDetectorTilt, ds.TableHeight = "B30s", "0", "140"
    ds.DataCollectionDiameter, ds.ReconstructionDiameter = "500", str(spacing * pixels.shape[1])
    ds.RotationDirection, ds.FilterType, ds.ScanOptions = "CW", "0", "SPIRAL"
    return ds


def mr_image(
    series: Series, pixels: NDArray[np.int16], number: int, height: float, spacing: float
) -> Dataset:
    ds = image(series, MRImageStorage, number)
    ds.ImageType = ["ORIGINAL", "PRIMARY", "OTHER"]
    _plane(ds, series, pixels, height, spacing, 5.0)
    put_pixels(ds, np.clip(pixels, 0, 4095).astype(np.uint16), 12)
    ds.WindowCenter, ds.WindowWidth = "430", "900"
    ds.ScanningSequence, ds.SequenceVariant, ds.ScanOptions = "SE", "SK", ""
    ds.MRAcquisitionType, ds.SequenceName = "2D", "tse2d"
    ds.RepetitionTime, ds.EchoTime, ds.EchoTrainLength, ds.FlipAngle = "4200", "96", 15, "150"
    ds.MagneticFieldStrength, ds.ImagingFrequency, ds.ImagedNucleus = "1.5", "63.86", "1H"
    ds.SpacingBetweenSlices, ds.NumberOfAverages, ds.PixelBandwidth = "5.5", "1", "130"
    ds.EchoNumbers, ds.InPlanePhaseEncodingDirection = 1, "ROW"
    return ds


def _plane(
    ds: Dataset, series: Series, pixels: NDArray[np.int16], height: float, spacing: float, thickness: float
) -> None:
    corner = -spacing * (pixels.shape[1] - 1) / 2
    ds.FrameOfReferenceUID = uid(series.study.uid, "frame of reference")
    ds.PositionReferenceIndicator = ""
    ds.PatientPosition = "HFS"
    ds.ImagePositionPatient = [f"{corner:.3f}", f"{corner:.3f}", f"{-height:.1f}"]
    ds.ImageOrientationPatient = ["1", "0", "0", "0", "1", "0"]
    ds.PixelSpacing = [str(spacing), str(spacing)]
    ds.SliceThickness, ds.SliceLocation = str(thickness), f"{-height:.1f}"
    ds.Laterality = ""
    del ds.Laterality  # head and neck are not paired
