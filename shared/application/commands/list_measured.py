"""Bring the organization's list of studies with measurements up to date with one study."""

from shared.application.ports import Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.errors import Conflict, Stale
from shared.domain.measurements import MeasuredStudy, MeasurementSet, MeasurementVersion
from shared.domain.values import DicomUid

MOVED_ON = "The study has moved on meanwhile."


class ListMeasured(Command[None]):
    access = Permission.WORK_IN_BACKGROUND

    organization_id: str
    study_uid: DicomUid


@handles(ListMeasured)
def list_measured(command: ListMeasured, *, uow: UnitOfWork) -> None:
    studies = uow.of(MeasuredStudy, partitions.measured(command.organization_id))
    known = studies.find(command.study_uid)  # before what it says: whoever is faster makes this one stale
    partition = partitions.study(command.organization_id, command.study_uid)
    if uow.of(MeasurementSet, partition).find(command.study_uid) is None:
        return
    published = uow.of(MeasurementVersion, partition).count(Condition("is_published", "is", True))
    if known and known.published == published:
        return
    etag = known.etag if known else None
    studies.save(MeasuredStudy(id=command.study_uid, etag=etag, published=published))
    try:
        uow.commit()
    except Conflict as error:
        raise Stale(MOVED_ON) from error
