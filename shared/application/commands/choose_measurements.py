"""Have another version of a study's measurements count: an older one, or one saved beside another's."""

from shared.application.models.measurements import MeasurementsView
from shared.application.ports import Clock
from shared.application.services.measurement_history import MeasurementHistory
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.measurements import MeasurementSet
from shared.domain.values import DicomUid


class ChooseMeasurements(Command[MeasurementsView]):
    access = Permission.WRITE_REPORTS
    discloses = "measurements.choose"

    organization_id: str
    study_uid: DicomUid
    version: int
    seen: int  # how many versions there were when that was decided


@handles(ChooseMeasurements)
def choose_measurements(
    command: ChooseMeasurements,
    *,
    studies: StudyDirectory,
    history: MeasurementHistory,
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
) -> MeasurementsView:
    organization_id, study_uid = command.organization_id, command.study_uid
    studies.get(organization_id, study_uid)
    measured, version = history.version(organization_id, study_uid, command.version)
    measured.choose(version, command.seen)
    partition = partitions.study(organization_id, study_uid)
    uow.of(MeasurementSet, partition).save(measured)
    line = AuditLine.of(actor, command.discloses, study_uid, clock.now(), version.id)
    uow.of(AuditLine, partition).add(line)
    uow.commit()
    return history.show(organization_id, study_uid)
