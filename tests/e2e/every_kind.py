"""A small study with what a viewer may meet: a volume, every compression, a segmentation."""

import base64
import io
from collections.abc import Iterator

import numpy as np
from highdicom.content import AlgorithmIdentificationSequence
from highdicom.seg import (
    SegmentAlgorithmTypeValues,
    Segmentation,
    SegmentationTypeValues,
    SegmentDescription,
)
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sr.codedict import codes
from pydicom.uid import (
    UID,
    HTJ2KLossless,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)

from tests.dicom_files import ct_slice, saved

MRN = "EX-EVERY-KIND"
STUDY = "1.2.826.0.1.3680043.8.498.78"
VOLUME = f"{STUDY}.1"
SLICES, SIZE = 8, 64
ENCODED = {"RLE": RLELossless, "JPEG-LS": JPEGLSLossless, "JPEG 2000": JPEG2000Lossless}
COMPRESSED = (*ENCODED, "HTJ2K", "JPEG baseline")
SEGMENT = "Everything bright"

# 64 x 64, bright on the left: made with OpenJPH 0.32, as nothing that is installed here writes it.
HTJ2K = base64.b64decode(
    "/0//UQApQAAAAABAAAAAQAAAAAAAAAAAAAAAQAAAAEAAAAAAAAAAAAABDwEB/1AACAACAAAACv9SAAwAAgABAAUEBEAB/1wAEyCI"
    "kJCQkJCQkJCQkJCQiIiI/2QAFwABT3BlbkpQSCBWZXIgMC4zMi4wLv+QAAoAAAAAAPkAAf+TwAArAOfj8/Ei+yL7AoG0AMAAFUBO"
    "ccowDdMBgbQAwAAWmFjCUiyxYAlLsYzlAFycZAPSeADAABdEAKxj3cuXrGPdy17GOta97GWsY93LXva+A6ndTupyA9MCfADAABd+"
    "AL70ZVqaL32ZlrT40pdpSYsvfZmWtPjSl2lJiy99mZa0+NKXaUmLL32ZlrT85/46ndTup3U7qd1O6nGD0wJzAcAAL0YAUpOa1KQm"
    "NalJTWpSk5rUpCY1qUlNalKTmtSkJjWpSU1qUpOa1KQmNalJTWr5/3wFOU5TlOU5TlOU5TlOU5TlOU5TgwJ6Af/Z"
)


def every_kind() -> Iterator[bytes]:
    volume = [_slice(number) for number in range(1, SLICES + 1)]
    yield from map(saved, volume)
    for number, (name, syntax) in enumerate(ENCODED.items(), 2):
        image = _alone(number, name)
        image.compress(syntax, generate_instance_uid=False)
        yield saved(image)
    yield saved(_encapsulated(_alone(5, "HTJ2K"), HTJ2K, HTJ2KLossless))
    yield saved(_encapsulated(_eight_bits(_alone(6, "JPEG baseline")), _jpeg(), JPEGBaseline8Bit))
    yield saved(_segmentation(volume))


def _slice(number: int) -> Dataset:
    """Of voxels of 1 x 1 x 8 mm: a bright ball in the dark, with noise."""
    image = dcmread(io.BytesIO(ct_slice(STUDY, VOLUME, number, size=SIZE, SeriesDescription="VOLUME")))
    image.PatientID, image.PatientName = MRN, "Kind^Every"
    image.FrameOfReferenceUID, image.WindowCenter, image.WindowWidth = f"{STUDY}.0", 2000, 4000
    image.ImagePositionPatient, image.ImageOrientationPatient = [0, 0, number * 8], [1, 0, 0, 0, 1, 0]
    image.PixelSpacing, image.SliceThickness = [1, 1], 8
    image.PositionReferenceIndicator, image.ImageType = "", ["ORIGINAL", "PRIMARY", "AXIAL"]
    image.PixelData = (_ball(number) * 3000 + image.pixel_array // 8).astype(np.uint16).tobytes()
    return image


def _ball(number: int) -> np.ndarray:
    z, y, x = (number - SLICES / 2) * 8, *np.ogrid[-SIZE // 2 : SIZE // 2, -SIZE // 2 : SIZE // 2]
    return x * x + y * y + z * z < 24**2


def _alone(number: int, name: str) -> Dataset:
    """A slice in a series of its own."""
    image = _slice(SLICES // 2)
    image.SeriesInstanceUID, image.SeriesNumber = f"{STUDY}.{number}", number
    image.SeriesDescription, image.SOPInstanceUID = name, UID(f"{STUDY}.{number}.1")
    image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
    return image


def _encapsulated(image: Dataset, stream: bytes, syntax: UID) -> Dataset:
    image.PixelData = encapsulate([stream])
    image["PixelData"].is_undefined_length, image["PixelData"].VR = True, "OB"
    image.file_meta.TransferSyntaxUID = syntax
    return image


def _eight_bits(image: Dataset) -> Dataset:
    image.BitsAllocated, image.BitsStored, image.HighBit = 8, 8, 7
    image.WindowCenter, image.WindowWidth = 128, 256
    image.LossyImageCompression = "01"
    return image


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.fromarray((_ball(SLICES // 2) * 200).astype(np.uint8)).save(out, "JPEG")
    return out.getvalue()


def _segmentation(volume: list[Dataset]) -> Dataset:
    bright = np.stack([_ball(number) for number in range(1, SLICES + 1)]).astype(np.uint8)
    by = AlgorithmIdentificationSequence("threshold", codes.DCM.ArtificialIntelligence, "1")
    segment = SegmentDescription(
        1,
        SEGMENT,
        codes.SCT.Tissue,
        codes.SCT.Tissue,
        SegmentAlgorithmTypeValues.AUTOMATIC,
        algorithm_identification=by,
    )
    return Segmentation(
        volume,
        bright,
        SegmentationTypeValues.BINARY,
        [segment],
        series_instance_uid=f"{STUDY}.7",
        series_number=7,
        sop_instance_uid=f"{STUDY}.7.1",
        instance_number=1,
        manufacturer="imagini",
        manufacturer_model_name="tests",
        software_versions="1",
        device_serial_number="1",
        series_description="SEGMENTATION",
    )
