"""A hospital that keeps one study, and what its radiologists do with measurements in it."""

import asyncio
from io import BytesIO
from typing import Any, cast

from pydicom import Dataset, Sequence, dcmread

from shared.application.commands.publish_measurements import PublishMeasurements
from shared.application.commands.store_instances import StoreInstances
from shared.application.dicom.multipart import Part
from shared.application.dicom.source import DicomSource, DicomSources, Resource, Stored
from shared.application.models.measurements import MeasurementsView
from shared.application.ports import Condition
from shared.application.queries.list_measurements import ListMeasurements
from shared.domain import partitions
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.infrastructure.archive.source import ArchiveSource
from tests.builders import HOSPITAL
from tests.viewer_report import viewer_report
from tests.world import World

STUDY, MRN = "1.2.3", "IYET5.0"
FIRST, SECOND, THIRD = (f"{STUDY}.9.{number}" for number in (1, 2, 3))
HERE: dict[str, Any] = {"organization_id": HOSPITAL, "study_uid": STUDY}
PARTITION, STORED = partitions.study(HOSPITAL, STUDY), Condition("action", "is", "images.store")


def store(world: World, actor: Actor, *files: bytes) -> list[Stored]:
    parts = [Part({"content-type": "application/dicom"}, file) for file in files]
    return world.send(StoreInstances(organization_id=HOSPITAL, parts=parts), actor)


def save(world: World, actor: Actor, sop_uid: str, *after: str, series: str = f"{STUDY}.9") -> None:
    """As the viewer does, which says what was open before."""
    told: dict[str, Any] = {"SOPInstanceUID": sop_uid, "SeriesInstanceUID": series}
    if after:
        told["PredecessorDocumentsSequence"] = before(*after)
    [stored] = store(world, actor, viewer_report(STUDY, **told))
    assert stored.failure is None


def before(*uids: str) -> Sequence:
    study, series = Dataset(), Dataset()
    study.StudyInstanceUID, study.ReferencedSeriesSequence = STUDY, [series]
    series.SeriesInstanceUID, series.ReferencedSOPSequence = "1.9", [Dataset() for _ in uids]
    for reference, uid in zip(series.ReferencedSOPSequence, uids, strict=True):
        reference.ReferencedSOPInstanceUID = uid
    return Sequence([study])


def gateway(world: World) -> DicomSource:
    """What viewers see."""
    return world.get(DicomSources).of(HOSPITAL)


def pacs(world: World) -> ArchiveSource:
    """What lies in the hospital's own source."""
    return cast(ArchiveSource, world.pacs.of(HOSPITAL))


def kept(world: World, study: str = STUDY) -> list[Dataset]:
    """The reports that a viewer is shown."""
    return [dcmread(BytesIO(one.data)) for one in gateway(world).instances(study, f"{study}.9")]


def measurements(world: World, actor: Actor) -> MeasurementsView:
    return world.send(ListMeasurements(**HERE), actor)


def publish(world: World, actor: Actor, version: int) -> MeasurementsView:
    return world.send(PublishMeasurements(**HERE, version=version), actor)


def opened(world: World, resource: Resource, accept: str = "*/*") -> tuple[Any, bytes]:
    async def read() -> tuple[Any, bytes]:
        answer = await gateway(world).open(resource, accept)
        return answer, b"".join([bytes(chunk) async for chunk in answer.chunks])

    return asyncio.run(read())


def audited(world: World, study: str = STUDY) -> list[tuple[str, str, str]]:
    saved = Condition("action", "is", "measurements.save")
    lines = world.of(AuditLine, partitions.study(HOSPITAL, study)).all(saved)
    return [(line.actor_name, line.action, line.detail) for line in lines]
