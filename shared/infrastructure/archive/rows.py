"""The archive's records: a study's partition holds its series and instances; another lists all studies."""

import base64
import json
import zlib
from typing import Any

from shared.application.dicom.attributes import STUDY as STUDY_ATTRIBUTES
from shared.application.dicom.source import DicomJson
from shared.application.models.dicom_rows import name, text
from shared.application.ports import Record
from shared.infrastructure.packs.instance import StoredInstance

STUDY, SERIES, INSTANCE = "archived_study", "archived_series", "archived_instance"
LISTED = "listed_study"  # the same study in the list that searches read


def list_of(organization_id: str) -> str:
    """The partition in which an organization's studies are searched."""
    return f"{organization_id}~archive"


def instance_of(record: Record) -> StoredInstance:
    return StoredInstance(**record.body)  # pyright: ignore[reportArgumentType]


def pack(metadata: DicomJson) -> str:
    return base64.b85encode(zlib.compress(json.dumps(metadata, separators=(",", ":")).encode())).decode()


def unpack(packed: str) -> DicomJson:
    return json.loads(zlib.decompress(base64.b85decode(packed)))


def listed(study_uid: str, study: dict[str, Any]) -> dict[str, Any]:
    """The row of a study in the list, with everything that it is searched and sorted by."""
    attributes, series = study["attributes"], study["series"]
    modalities = sorted({one["modality"] for one in series.values() if one["modality"]})
    computed = {
        "InstanceAvailability": ["ONLINE"],
        "ModalitiesInStudy": modalities,
        "NumberOfStudyRelatedSeries": [len(series)],
        "NumberOfStudyRelatedInstances": [sum(one["instances"] for one in series.values())],
    }
    date, time = text(attributes, "00080020"), text(attributes, "00080030")
    return {
        "newest": f"{date}{time.partition('.')[0]}~{study_uid}",  # unique, so that pages do not overlap
        "mrn": study["mrn"],
        "patient_name": name(attributes, "00100010").lower(),
        "study_date": date,
        "accession_number": text(attributes, "00080050"),
        "modalities": modalities,
        "description": text(attributes, "00081030").lower(),
        "attributes": attributes | _elements(computed),
    }


def _elements(values: dict[str, list[Any]]) -> DicomJson:
    return {
        tag: {"vr": vr, "Value": values[keyword]}
        for keyword, (tag, vr) in STUDY_ATTRIBUTES.items()
        if keyword in values
    }
