"""Send the current measurements of a study to the organization's source: there, others see them too."""

from contextlib import suppress

from shared.application.commands.index_study import IndexStudy
from shared.application.dicom.source import DicomSources
from shared.application.models.measurements import MeasurementsView
from shared.application.ports import Blobs, Clock
from shared.application.services.measurement_history import MeasurementHistory
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import RuleBroken, Stale
from shared.domain.measurements import MOVED_ON, MeasurementVersion
from shared.domain.values import DicomUid

NOT_TAKEN = "The PACS did not take the measurements. They are still kept here."


class PublishMeasurements(Command[MeasurementsView]):
    access = Permission.WRITE_REPORTS
    discloses = "measurements.publish"

    organization_id: str
    study_uid: DicomUid
    version: int  # the number of the current one, as whoever publishes has seen it


@handles(PublishMeasurements)
def publish_measurements(
    command: PublishMeasurements,
    *,
    sources: DicomSources,
    studies: StudyDirectory,
    history: MeasurementHistory,
    blobs: Blobs,
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
) -> MeasurementsView:
    """Doing it again sends the same file under the same UIDs, which changes nothing there."""
    organization_id, study_uid = command.organization_id, command.study_uid
    studies.get(organization_id, study_uid)
    measured, version = history.version(organization_id, study_uid, command.version)
    if version.id != measured.current:
        raise Stale(MOVED_ON)
    stored = sources.of(organization_id).store([blobs.get(version.blob)], study_uid)
    for outcome in stored:
        if outcome.failure is not None:
            raise RuleBroken(outcome.comment or NOT_TAKEN)
    version.publish(actor.name, clock.now())
    partition = partitions.study(organization_id, study_uid)
    uow.of(MeasurementVersion, partition).save(version)
    line = AuditLine.of(actor, command.discloses, study_uid, clock.now(), version.id)
    uow.of(AuditLine, partition).add(line)
    uow.then(IndexStudy(organization_id=organization_id, study_uid=study_uid))
    with suppress(Stale):  # somebody else has published it at the same moment: theirs stands on record
        uow.commit()
    studies.forget(organization_id, study_uid)
    return history.show(organization_id, study_uid)
