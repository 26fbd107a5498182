"""DX image for presentation: a chest radiograph from a digital detector."""

from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import DigitalXRayImageStorageForPresentation

from infra.phantoms.dicom.common import code, image, put_pixels
from infra.phantoms.dicom.facts import Series
from infra.phantoms.fields import Field

SPACING = 0.2
"""Detector element, mm."""


@dataclass(frozen=True)
class Storage:
    """How the picture is written down."""

    bits: int = 12
    monochrome1: bool = False
    view: str = "PA"


def radiograph(series: Series, picture: Field, number: int = 1, how: Storage | None = None) -> Dataset:
    how = how or Storage()
    ds = image(series, DigitalXRayImageStorageForPresentation, number)
    ds.PatientOrientation = ["L", "F"]
    ds.ImageType = ["DERIVED", "PRIMARY", ""]
    ds.PresentationIntentType = "FOR PRESENTATION"
    _anatomy(ds, how.view)
    _detector(ds)
    _presentation(ds, picture, how)
    return ds


def _anatomy(ds: Dataset, view: str) -> None:
    ds.ImageLaterality = "U"
    ds.AnatomicRegionSequence = code("51185008", "SCT", "Chest")
    ds.ViewPosition = view
    names = {"PA": ("399348003", "postero-anterior"), "AP": ("399067008", "antero-posterior")}
    value, meaning = names[view]
    ds.ViewCodeSequence = code(value, "SCT", meaning)
    ds.ViewCodeSequence[0].ViewModifierCodeSequence = []
    ds.PatientOrientationCodeSequence = code("10904000", "SCT", "erect")
    ds.AcquisitionContextSequence = []
    ds.KVP, ds.ExposureInuAs, ds.ExposureTime = "120", 1600, 8
    ds.DistanceSourceToDetector, ds.DistanceSourceToPatient = "1800", "1600"


def _detector(ds: Dataset) -> None:
    ds.DetectorType, ds.DetectorConfiguration = "DIRECT", "AREA"
    ds.DetectorID = "PHANTOM-DETECTOR"
    ds.ImagerPixelSpacing = [SPACING, SPACING]
    ds.PositionerType = "NONE"


def _presentation(ds: Dataset, picture: Field, how: Storage) -> None:
    top = 2**how.bits - 1
    shown = 1 - picture if how.monochrome1 else picture
    stored = np.round(np.clip(shown, 0, 1) * top).astype(np.uint16 if how.bits > 8 else np.uint8)
    put_pixels(ds, stored, how.bits, "MONOCHROME1" if how.monochrome1 else "MONOCHROME2")
    ds.PixelIntensityRelationship, ds.PixelIntensityRelationshipSign = "LOG", 1 if how.monochrome1 else -1
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = "0", "1", "US"
    ds.PresentationLUTShape = "INVERSE" if how.monochrome1 else "IDENTITY"
    ds.LossyImageCompression, ds.BurnedInAnnotation = "00", "NO"
    ds.WindowCenter, ds.WindowWidth = str((top + 1) // 2), str(top + 1)
    ds.WindowCenterWidthExplanation = "NORMAL"
