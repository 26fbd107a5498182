"""The latest studies of an organization, newest first."""

from typing import Annotated

from pydantic import Field

from shared.application.dicom.source import DicomSources, Search
from shared.application.models.dicom_rows import newest_first, study_of
from shared.application.ports import Clock
from shared.application.services.study_directory import STUDY_FIELDS
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.study import Study


class ListLatestStudies(Query[list[Study]]):
    access = Permission.READ_PATIENTS
    discloses = "studies.list"

    organization_id: str
    limit: Annotated[int, Field(ge=1, le=200)] = 25


@handles(ListLatestStudies)
def list_latest_studies(query: ListLatestStudies, *, sources: DicomSources, clock: Clock) -> list[Study]:
    rows = sources.of(query.organization_id).search(
        Search("studies", {}, include=STUDY_FIELDS, limit=query.limit)
    )
    return newest_first(study_of(row, clock.now().date()) for row in rows)
