"""Small things to test with: each has a good default for all that a test does not speak of."""

from datetime import UTC, date, datetime
from typing import Any

from shared.application.dicom.source import DicomJson, InstanceFile
from shared.application.models.inference import SeenByModel, SeriesResult
from shared.domain.access import Actor, Role
from shared.domain.finding import Finding
from shared.domain.model_manifest import ModelManifest
from shared.domain.organization import Organization
from shared.domain.patient import Patient
from shared.domain.study import Study
from shared.domain.user import User

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOSPITAL, CLINIC = "general_hospital", "other_clinic"
MRN = "IYET5.0"
STUDY, SERIES, IMAGE = "1.2.3", "1.2.3.4", "1.2.3.4.5"
LUNG_OPACITY = {"scheme": "RADLEX", "value": "RID28493", "meaning": "Lung opacity"}
RADIOLOGIST = Actor(id="ada", name="Ada Lovelace", role=Role.MEMBER, organization_id=HOSPITAL)
STRANGER = Actor(id="eve", name="Eve Elsewhere", role=Role.MEMBER, organization_id=CLINIC)


def organization(name: str = HOSPITAL, **given: Any) -> Organization:
    return Organization.model_validate({"id": name, "display_name": "General Hospital"} | given)


def user(**given: Any) -> User:
    return User.model_validate(
        {"email": "ada@example.org", "first_name": "Ada", "last_name": "Lovelace"} | given
    )


def study(**given: Any) -> Study:
    patient = Patient(mrn=MRN, name="COMUNIX", birth_date=date(1941, 9, 1), sex="F", age=None)
    default: dict[str, Any] = {
        "study_instance_uid": STUDY,
        "patient": patient,
        "date": date(2004, 3, 4),
        "time": None,
        "modalities": ["DX"],
        "description": "Chest PA",
        "accession_number": "A1",
        "referring_physician": "Grace Hopper",
        "series_count": 1,
        "instance_count": 1,
    }
    return Study.model_validate(default | given)


def study_row(uid: str = STUDY, mrn: str = MRN, day: str = "20040304", **more: Any) -> DicomJson:
    """What a source answers about a study; `more` by tag, as in `t00080030="101500"`."""
    return row(
        {
            "0020000D": uid,
            "00100020": mrn,
            "00100010": {"Alphabetic": "COMUNIX"},
            "00100030": "19410901",
            "00100040": "F",
            "00080020": day,
            "00080061": "DX",
            "00081030": "Chest PA",
            "00080050": "A1",
            "00080090": {"Alphabetic": "Hopper^Grace^^Dr."},
            "00201206": 1,
            "00201208": 1,
        }
        | by_tag(more)
    )


def series_row(uid: str = SERIES, modality: str = "DX", **more: Any) -> DicomJson:
    given = {"0020000E": uid, "00080060": modality, "00180015": "CHEST", "00200011": 1, "00201209": 1}
    return row(given | by_tag(more))


def by_tag(given: dict[str, Any]) -> dict[str, Any]:
    return {tag.removeprefix("t"): value for tag, value in given.items()}


def row(attributes: dict[str, Any]) -> DicomJson:
    """DICOM JSON of single values; None leaves the attribute empty, as many servers do."""
    return {tag: {"vr": "UN"} | ({} if v is None else {"Value": [v]}) for tag, v in attributes.items()}


def instance(uid: str = IMAGE, data: bytes = b"DICM") -> InstanceFile:
    return InstanceFile(uid, "1.2.840.10008.5.1.4.1.1.1.1", "1.2.840.10008.1.2.1", 1, data)


def manifest(**given: Any) -> ModelManifest:
    default: dict[str, Any] = {
        "id": "chest",
        "version": "1",
        "name": "Chest",
        "sha256": "0" * 64,
        "labels": [{"name": "Lung Opacity", "code": LUNG_OPACITY, "threshold": 0.5}],
        "input": {"width": 64, "height": 64, "fit": "letterbox", "intensity": {"kind": "percentile"}},
        "acceptance": {"modalities": ["DX", "CR"], "body_parts": ["CHEST"]},
        "intended_use": "Tests.",
        "notice": "Demonstration model.",
        "licence": "MIT",
    }
    return ModelManifest.model_validate(default | given)


def seen(label: str = "Lung Opacity", probability: float = 0.6057, **given: Any) -> SeenByModel:
    default: dict[str, Any] = {"code": LUNG_OPACITY, "threshold": 0.5, "region": None, "heatmap": None}
    return SeenByModel.model_validate(default | {"label": label, "probability": probability} | given)


def result(*findings: SeenByModel, **given: Any) -> SeriesResult:
    default: dict[str, Any] = {"outcome": "done", "sop_instance_uid": IMAGE}
    return SeriesResult.model_validate(
        default | {"model": manifest().called, "findings": list(findings)} | given
    )


def finding(label: str = "Lung Opacity", **given: Any) -> Finding:
    model = manifest().called
    default: dict[str, Any] = {
        "id": Finding.id_of(STUDY, SERIES, model, label),
        "study_instance_uid": STUDY,
        "series_instance_uid": SERIES,
        "sop_instance_uid": IMAGE,
        "label": label,
        "code": LUNG_OPACITY,
        "probability": 0.6057,
        "threshold": 0.5,
        "region": None,
        "heatmap": None,
        "model": model,
    }
    return Finding.model_validate(default | given)
