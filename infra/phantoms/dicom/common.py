"""The modules that every image has: patient, study, series, equipment, image pixel, SOP common."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmwrite
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRLittleEndian

from infra.phantoms.dicom.facts import Series, uid

MAKER = "imagini phantoms"


def image(series: Series, sop_class: str, number: int) -> Dataset:
    """A data set with all but the pixels and what the modality adds."""
    instance = UID(uid(series.uid, number))
    ds = Dataset()
    ds.file_meta = _meta(sop_class, instance)
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.SOPClassUID, ds.SOPInstanceUID = sop_class, instance
    _patient_and_study(ds, series)
    _series(ds, series)
    _equipment(ds)
    ds.InstanceNumber = number
    ds.AcquisitionNumber = 1
    ds.ContentDate, ds.ContentTime = series.study.date, series.study.time
    ds.AcquisitionDate, ds.AcquisitionTime = series.study.date, series.study.time
    ds.InstanceCreationDate, ds.InstanceCreationTime = series.study.date, series.study.time
    return ds


def _meta(sop_class: str, instance: UID) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(sop_class)
    meta.MediaStorageSOPInstanceUID = instance
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(uid("implementation"))
    meta.ImplementationVersionName = "IMAGINI"
    return meta


def _patient_and_study(ds: Dataset, series: Series) -> None:
    study = series.study
    patient = study.patient
    ds.PatientName, ds.PatientID = patient.name, patient.mrn
    ds.PatientBirthDate, ds.PatientSex = patient.birth, patient.sex
    years = int(study.date[:4]) - int(patient.birth[:4]) - (study.date[4:] < patient.birth[4:])
    ds.PatientAge = f"{years:03d}Y"
    ds.PatientWeight = study.weight
    ds.StudyInstanceUID = study.uid
    ds.StudyDate, ds.StudyTime = study.date, study.time
    ds.StudyDescription, ds.StudyID = study.description, study.number
    ds.AccessionNumber, ds.ReferringPhysicianName = study.accession, study.referring


def _series(ds: Dataset, series: Series) -> None:
    ds.Modality = series.modality
    ds.SeriesInstanceUID, ds.SeriesNumber = series.uid, series.number
    ds.SeriesDescription, ds.BodyPartExamined = series.description, series.body_part
    ds.SeriesDate, ds.SeriesTime = series.study.date, series.study.time
    ds.ProtocolName = series.description
    ds.OperatorsName = "Lindqvist^Pia"


def _equipment(ds: Dataset) -> None:
    ds.Manufacturer, ds.ManufacturerModelName = MAKER, "Phantom"
    ds.InstitutionName, ds.StationName = "Imagini Demo Hospital", "PHANTOM1"
    ds.SoftwareVersions, ds.DeviceSerialNumber = "1", "1"
    ds.InstitutionAddress = "Made-up data, no real person"


def put_pixels(ds: Dataset, pixels: NDArray[np.integer], bits: int, photometric: str = "MONOCHROME2") -> None:
    """The image pixel module for one frame, 8 or 16 bits allocated."""
    ds.Rows, ds.Columns = pixels.shape
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, photometric
    ds.BitsAllocated = 8 * pixels.dtype.itemsize
    ds.BitsStored, ds.HighBit = bits, bits - 1
    ds.PixelRepresentation = int(pixels.dtype.kind == "i")
    data = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    ds.PixelData = data + b"\0" * (len(data) % 2)
    ds["PixelData"].VR = "OW" if ds.BitsAllocated > 8 else "OB"


def code(value: str, scheme: str, meaning: str) -> Sequence:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return Sequence([item])


def to_bytes(ds: Dataset) -> bytes:
    out = BytesIO()
    dcmwrite(out, ds, enforce_file_format=True)
    return out.getvalue()
