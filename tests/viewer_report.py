"""A report of one measured length, element for element as OHIF 3.13.2 writes it in our viewer."""

from typing import Any

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, EnhancedSRStorage, ImplicitVRLittleEndian

from tests.dicom_files import saved

LENGTH, IMAGE, MM = ("410668003", "SCT", "Length"), "1.2.3.4.5", ("mm", "UCUM", "mm")


def viewer_report(study: str, mrn: str = "IYET5.0", **attributes: Any) -> bytes:
    """`attributes` by keyword, beside or instead of what OHIF writes."""
    report = Dataset()
    report.file_meta = FileMetaDataset()
    report.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
    report.file_meta.FileMetaInformationVersion = b"\0\2"
    report.file_meta.MediaStorageSOPClassUID = report.SOPClassUID = EnhancedSRStorage
    report.file_meta.MediaStorageSOPInstanceUID = report.SOPInstanceUID = UID(f"{study}.9.1")
    report.SpecificCharacterSet = "ISO_IR 192"
    report.StudyInstanceUID, report.SeriesInstanceUID = study, f"{study}.9"
    report.PatientID, report.PatientName = mrn, "Núñez^José"
    report.PatientBirthDate, report.PatientSex, report.PatientAge = "19410901", "M", ""
    report.StudyDate, report.StudyTime, report.StudyID = "20040304", "101500", "1"
    report.SeriesDate = report.ContentDate = "20261122"
    report.SeriesTime = report.ContentTime = "173922"
    report.AccessionNumber, report.ReferringPhysicianName = "A1", "Who^Doctor"
    report.Modality, report.SeriesNumber, report.InstanceNumber = "SR", 3001, 1
    report.SeriesDescription = "Measurements"
    report.Manufacturer, report.ManufacturerModelName = "Unspecified", "imagini viewer"
    report.DeviceSerialNumber, report.SoftwareVersions = "1", "0"
    report.ContentQualification, report.ImageComments = "RESEARCH", "NOT FOR CLINICAL USE"
    report.CompletionFlag, report.VerificationFlag = "COMPLETE", "UNVERIFIED"
    report.ReferencedPerformedProcedureStepSequence = report.PerformedProcedureCodeSequence = []
    _add_content(report, study)
    for keyword, value in attributes.items():
        setattr(report, keyword, value)
    return saved(report)


def _add_content(report: Dataset, study: str) -> None:
    series = _of(SeriesInstanceUID=f"{study}.1", ReferencedSOPSequence=[_image()])
    evidence = _of(StudyInstanceUID=study, ReferencedSeriesSequence=[series])
    report.CurrentRequestedProcedureEvidenceSequence = [evidence]
    report.ContentTemplateSequence = [_of(MappingResource="DCMR", TemplateIdentifier="1500")]
    report.ValueType, report.ContinuityOfContent = "CONTAINER", "SEPARATE"
    report.ConceptNameCodeSequence = [_code("126000", "DCM", "Imaging Measurement Report")]
    report.ContentSequence = [
        _item(
            "HAS OBS CONTEXT",
            "PNAME",
            ("121008", "DCM", "Person Observer Name"),
            PersonName="unknown^unknown",
        ),
        _container(
            ("126010", "DCM", "Imaging Measurements"),
            _container(("125007", "DCM", "Measurement Group"), _length()),
        ),
    ]


def _length() -> Dataset:
    ends = [204.6, 203.4, 297.4, 252.9]
    source = _item("SELECTED FROM", "IMAGE", None, ReferencedSOPSequence=[_image()])
    line = _item(
        "INFERRED FROM", "SCOORD", None, GraphicType="POLYLINE", GraphicData=ends, ContentSequence=[source]
    )
    value = _of(NumericValue="52.56", MeasurementUnitsCodeSequence=[_code(*MM)])
    return _item("CONTAINS", "NUM", LENGTH, MeasuredValueSequence=[value], ContentSequence=[line])


def _container(name: tuple[str, str, str], *items: Dataset) -> Dataset:
    return _item("CONTAINS", "CONTAINER", name, ContinuityOfContent="SEPARATE", ContentSequence=list(items))


def _item(relation: str, kind: str, name: tuple[str, str, str] | None, **values: Any) -> Dataset:
    named = {"ConceptNameCodeSequence": [_code(*name)]} if name else {}
    return _of(RelationshipType=relation, ValueType=kind, **named, **values)


def _code(value: str, scheme: str, meaning: str) -> Dataset:
    return _of(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)


def _image() -> Dataset:
    return _of(ReferencedSOPClassUID="1.2.840.10008.5.1.4.1.1.2", ReferencedSOPInstanceUID=IMAGE)


def _of(**values: Any) -> Dataset:
    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset
