"""The studies that something is known of here: analysed, reported, or in the worklist."""

from collections.abc import Iterator
from typing import NamedTuple

from shared.application.ports import Record, RecordStore
from shared.application.services.scanning import every
from shared.domain import partitions
from shared.domain.analysis import Analysis
from shared.domain.report import Report
from shared.domain.worklist import WorklistEntry


class Worked(NamedTuple):
    organization_id: str
    study_uid: str


def worked_on(store: RecordStore, organization_id: str | None = None) -> Iterator[Worked]:
    """As they are read; what is there in several kinds comes several times. None: of all organizations."""
    for kind in (WorklistEntry.kind, Analysis.kind, Report.kind):
        last = None
        for record in every(kind, store):
            study = _study_of(record)
            if study and study != last and organization_id in (None, study.organization_id):
                yield study
            last = study


def _study_of(record: Record) -> Worked | None:
    if record.kind == WorklistEntry.kind:
        return Worked(record.partition.partition("~")[0], record.id)
    found = partitions.study_in(record.partition)
    return Worked(*found) if found else None
