"""Which attributes are searched by, and which are given, at each level."""

from pydicom.datadict import tag_for_keyword


def tags(*keywords: str) -> frozenset[str]:
    return frozenset(f"{tag_for_keyword(keyword):08X}" for keyword in keywords)


MODALITIES, STUDY_COUNT, SERIES_COUNT = "00080061", "00201208", "00201209"
RANGED = tags("StudyDate", "PatientBirthDate")
FUZZY = tags("PatientName", "ReferringPhysicianName")

SEARCHED = {
    "studies": tags(
        "StudyInstanceUID", "PatientName", "PatientID", "PatientBirthDate", "AccessionNumber",
        "ReferringPhysicianName", "StudyDate", "StudyDescription", "ModalitiesInStudy",
    ),
    "series": tags(
        "SeriesInstanceUID", "Modality", "PerformedProcedureStepStartDate", "ManufacturerModelName"
    ),
    "instances": tags("SOPInstanceUID"),
}  # fmt: skip
DEFAULT = {
    "studies": tags(
        "StudyDate", "AccessionNumber", "StudyDescription", "ReferringPhysicianName",
        "PatientName", "PatientID", "PatientBirthDate", "StudyInstanceUID",
    ),
    "series": tags(
        "Modality", "ManufacturerModelName", "SeriesInstanceUID", "PerformedProcedureStepStartDate"
    ),
    "instances": tags("SOPInstanceUID"),
}  # fmt: skip
OTHER = {
    "studies": tags(
        "SpecificCharacterSet", "StudyTime", "InstanceAvailability", "TimezoneOffsetFromUTC",
        "AnatomicRegionsInStudyCodeSequence", "ProcedureCodeSequence", "NameOfPhysiciansReadingStudy",
        "AdmittingDiagnosesDescription", "ReferencedStudySequence", "PatientAge", "PatientSize",
        "PatientWeight", "Occupation", "AdditionalPatientHistory", "PatientSex", "StudyID",
    ),
    "series": tags(
        "SpecificCharacterSet", "TimezoneOffsetFromUTC", "SeriesNumber", "Laterality", "SeriesDate",
        "SeriesTime", "SeriesDescription", "PerformedProcedureStepStartTime", "RequestAttributesSequence",
    ),
    "instances": tags(
        "SpecificCharacterSet", "SOPClassUID", "InstanceAvailability", "TimezoneOffsetFromUTC",
        "InstanceNumber", "Rows", "Columns", "BitsAllocated", "NumberOfFrames",
    ),
}  # fmt: skip
COUNTED = {
    "studies": frozenset({MODALITIES, STUDY_COUNT}),
    "series": frozenset({SERIES_COUNT}),
    "instances": frozenset[str](),
}
