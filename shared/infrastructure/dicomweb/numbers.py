"""What a PACS does not count in a study, counted from its series."""

from collections.abc import Sequence

from shared.application.dicom.attributes import SERIES, STUDY, Attribute
from shared.application.dicom.source import DicomJson
from shared.application.models.dicom_rows import number, text

MODALITIES, OF_SERIES, OF_INSTANCES = (
    STUDY[keyword]
    for keyword in ("ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances")
)


def lacks_numbers(study: DicomJson) -> bool:
    return any(not study.get(tag, {}).get("Value") for tag, _ in (MODALITIES, OF_SERIES, OF_INSTANCES))


def counted(study: DicomJson, series: Sequence[DicomJson]) -> DicomJson:
    """What it does say stays."""
    instances = [number(one, SERIES["NumberOfSeriesRelatedInstances"].tag) for one in series]
    modalities = sorted({text(one, SERIES["Modality"].tag) for one in series} - {""})
    told = _element(OF_SERIES, [len(series)]) | _element(MODALITIES, modalities)
    if all(instances):
        told |= _element(OF_INSTANCES, [sum(count or 0 for count in instances)])
    return told | {tag: element for tag, element in study.items() if element.get("Value") or tag not in told}


def _element(attribute: Attribute, values: Sequence[object]) -> DicomJson:
    return {attribute.tag: {"vr": attribute.vr, "Value": list(values)}}
