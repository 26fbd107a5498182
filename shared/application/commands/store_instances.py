"""Store DICOM files in the organization's source (STOW-RS); measurements of our viewer stay with us."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import SkipValidation

from shared.application.dicom.multipart import Part
from shared.application.dicom.source import DicomSources, Stored
from shared.application.dicom.store_answer import Failure
from shared.application.ports import Clock
from shared.application.services.measurement_desk import MeasurementDesk
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import DomainError
from shared.domain.values import DicomUid


class StoreInstances(Command[list[Stored]]):
    access = Permission.STORE_STUDIES
    discloses = "images.store"

    organization_id: str
    study_uid: DicomUid | None = None  # given: instances of other studies are refused
    parts: SkipValidation[Iterable[Part]]  # as they arrive, one at a time


@handles(StoreInstances)
def store_instances(
    command: StoreInstances,
    *,
    sources: DicomSources,
    studies: StudyDirectory,
    desk: MeasurementDesk,
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
) -> list[Stored]:
    organization_id, study_uid = command.organization_id, command.study_uid
    refused, measured = list[Stored](), list[Stored]()
    files = desk.take(organization_id, study_uid, actor, _files(command.parts, refused))
    stored = sources.of(organization_id).store(_others(files, measured), study_uid)
    kept = Counter(one.study_uid for one in stored if one.failure is None and one.study_uid)
    for uid, count in sorted(kept.items()):
        studies.forget(organization_id, uid)
        patient = _patient(studies, organization_id, uid)
        line = AuditLine.of(actor, "images.store", uid, clock.now(), str(count), patient=patient)
        uow.of(AuditLine, partitions.study(organization_id, uid)).add(line)
        uow.commit()
    for one in measured:
        studies.forget(organization_id, one.study_uid or "")
    return stored + measured + refused


def _others(files: Iterable[bytes | Stored], measured: list[Stored]) -> Iterator[bytes]:
    """What is to be stored in the source."""
    for file in files:
        if isinstance(file, Stored):
            measured.append(file)
        else:
            yield file


def _patient(studies: StudyDirectory, organization_id: str, study_uid: str) -> str:
    """Also where the source is slow to know what it has just taken."""
    try:
        return studies.get(organization_id, study_uid).patient.mrn
    except DomainError:
        return ""


def _files(parts: Iterable[Part], refused: list[Stored]) -> Iterator[bytes]:
    """The files, without the parts that are none."""
    for part in parts:
        kind = part.headers.get("content-type", "application/dicom").partition(";")[0].strip().lower()
        if part.problem:
            refused.append(Stored(None, None, None, None, Failure.OUT_OF_RESOURCES, part.problem))
        elif kind not in ("application/dicom", "application/octet-stream"):
            refused.append(
                Stored(None, None, None, None, Failure.NOT_UNDERSTOOD, "Only DICOM files are stored.")
            )
        else:
            yield part.body
