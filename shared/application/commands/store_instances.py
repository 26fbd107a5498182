"""Store DICOM files in the organization's source (STOW-RS)."""

from collections.abc import Iterable, Iterator

from pydantic import SkipValidation

from shared.application.dicom.multipart import Part
from shared.application.dicom.source import DicomSources, Stored
from shared.application.dicom.store_answer import Failure
from shared.application.services.authorship import Authorship
from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
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
    authorship: Authorship,
    actor: Actor,
) -> list[Stored]:
    refused: list[Stored] = []
    files = authorship.sign(command.organization_id, actor, _files(command.parts, refused), refused)
    stored = sources.of(command.organization_id).store(files, command.study_uid)
    for study_uid in {one.study_uid for one in stored if one.failure is None and one.study_uid}:
        studies.forget(command.organization_id, study_uid)
    authorship.record(command.organization_id, actor, stored)
    return stored + refused


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
