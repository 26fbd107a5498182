"""The organization's patients, searched, sorted and page by page: those registered, and those once opened."""

from typing import Annotated, Literal

from pydantic import Field

from shared.application.models.patients import PatientPage, PatientRow
from shared.application.ports import Clock, Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.registered_patient import RegisteredPatient
from shared.domain.user_index import folded

ORDER = {"mrn": "id", "name": "sort_name", "birth_date": "birth_date", "registered_at": "registered_at"}


class ListPatients(Query[PatientPage]):
    access = Permission.READ_PATIENTS
    discloses = "patient.list"

    organization_id: str
    search: Annotated[str, Field(max_length=200)] = ""  # in name and MRN; case and accents ignored
    sort: Literal["mrn", "name", "birth_date", "registered_at"] = "registered_at"
    descending: bool = False
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 10


@handles(ListPatients)
def list_patients(query: ListPatients, *, uow: UnitOfWork, clock: Clock) -> PatientPage:
    patients = uow.of(RegisteredPatient, partitions.patients(query.organization_id))
    words = folded(query.search)
    where = (Condition("words", "contains", words),) if words else ()
    found = patients.all(
        *where,
        order=ORDER[query.sort],
        descending=query.descending,
        offset=query.offset,
        limit=query.limit,
    )
    today = clock.now().date()
    return PatientPage(items=[PatientRow.of(one, today) for one in found], total=patients.count(*where))
