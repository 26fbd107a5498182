"""The attributes that searches speak of (PS3.18 10.6.1), by keyword, tag and value representation."""

from typing import NamedTuple

from shared.domain.errors import RuleBroken


class Attribute(NamedTuple):
    tag: str
    vr: str


STUDY = {
    "StudyDate": Attribute("00080020", "DA"),
    "StudyTime": Attribute("00080030", "TM"),
    "AccessionNumber": Attribute("00080050", "SH"),
    "InstanceAvailability": Attribute("00080056", "CS"),
    "ModalitiesInStudy": Attribute("00080061", "CS"),
    "ReferringPhysicianName": Attribute("00080090", "PN"),
    "TimezoneOffsetFromUTC": Attribute("00080201", "SH"),
    "StudyDescription": Attribute("00081030", "LO"),
    "RetrieveURL": Attribute("00081190", "UR"),
    "PatientName": Attribute("00100010", "PN"),
    "PatientID": Attribute("00100020", "LO"),
    "IssuerOfPatientID": Attribute("00100021", "LO"),
    "PatientBirthDate": Attribute("00100030", "DA"),
    "PatientSex": Attribute("00100040", "CS"),
    "PatientAge": Attribute("00101010", "AS"),
    "StudyInstanceUID": Attribute("0020000D", "UI"),
    "StudyID": Attribute("00200010", "SH"),
    "NumberOfStudyRelatedSeries": Attribute("00201206", "IS"),
    "NumberOfStudyRelatedInstances": Attribute("00201208", "IS"),
}
SERIES = {
    "SeriesDate": Attribute("00080021", "DA"),
    "SeriesTime": Attribute("00080031", "TM"),
    "Modality": Attribute("00080060", "CS"),
    "SeriesDescription": Attribute("0008103E", "LO"),
    "BodyPartExamined": Attribute("00180015", "CS"),
    "ProtocolName": Attribute("00181030", "LO"),
    "SeriesInstanceUID": Attribute("0020000E", "UI"),
    "SeriesNumber": Attribute("00200011", "IS"),
    "Laterality": Attribute("00200060", "CS"),
    "NumberOfSeriesRelatedInstances": Attribute("00201209", "IS"),
    "PerformedProcedureStepStartDate": Attribute("00400244", "DA"),
    "PerformedProcedureStepStartTime": Attribute("00400245", "TM"),
}
INSTANCE = {
    "SOPClassUID": Attribute("00080016", "UI"),
    "SOPInstanceUID": Attribute("00080018", "UI"),
    "ContentDate": Attribute("00080023", "DA"),
    "ContentTime": Attribute("00080033", "TM"),
    "InstanceNumber": Attribute("00200013", "IS"),
    "NumberOfFrames": Attribute("00280008", "IS"),
    "Rows": Attribute("00280010", "US"),
    "Columns": Attribute("00280011", "US"),
    "BitsAllocated": Attribute("00280100", "US"),
}
BY_KEYWORD = STUDY | SERIES | INSTANCE
UP_TO = {"studies": STUDY, "series": STUDY | SERIES, "instances": BY_KEYWORD}
EVERYTHING = "all"  # in place of attributes that a search includes: whatever there is of its level
BY_TAG = {attribute.tag: attribute for attribute in BY_KEYWORD.values()}


def attribute(spelt: str) -> Attribute:
    """By keyword or by tag. Raises RuleBroken for one that cannot be searched by."""
    found = BY_KEYWORD.get(spelt) or BY_TAG.get(spelt.upper())
    if found is None:
        raise RuleBroken(f"{spelt[:64]} is no attribute that can be searched by.")
    return found
