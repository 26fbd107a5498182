"""The studies of an organization, newest first: of one patient, or the latest of all."""

from datetime import date, time
from typing import Annotated

from pydantic import Field

from shared.application.dicom.source import DicomSources, Search
from shared.application.models.dicom_rows import study_of
from shared.application.ports import Clock
from shared.application.services.study_directory import STUDY_FIELDS
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Study
from shared.domain.values import Mrn


class ListStudies(Query[list[Study]]):
    access = Permission.READ_PATIENTS

    organization_id: str
    mrn: Mrn | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 100


@handles(ListStudies)
def list_studies(query: ListStudies, *, sources: DicomSources, clock: Clock) -> list[Study]:
    filters = {"00100020": query.mrn} if query.mrn else {}
    limit = None if query.mrn else query.limit  # a patient's list is complete; the latest of all is a page
    rows = sources.of(query.organization_id).search(
        Search("studies", filters, include=STUDY_FIELDS, limit=limit)
    )
    studies = [study_of(row, clock.now().date()) for row in rows]
    wanted = [s for s in studies if query.mrn in (None, s.patient.mrn)]
    return sorted(wanted, key=lambda s: (s.date or date.min, s.time or time.min), reverse=True)
