"""A patient whom an organization knows by name, with or without images (docs/decisions/0013)."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StringConstraints

from shared.domain.age import Age
from shared.domain.entity import Body, Entity
from shared.domain.errors import RuleBroken
from shared.domain.patient import Patient
from shared.domain.user_index import folded
from shared.domain.values import Mrn

FullName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\\^=]+$"),
]
Sex = Literal["F", "M", "O"]
FROM_IMAGES = "This patient's images say who they are. Correct it in the PACS; it follows here."


class RegisteredPatient(Entity):
    """The record's id is the MRN: two with the same cannot be registered."""

    kind: ClassVar[str] = "patient"
    searchable: ClassVar[frozenset[str]] = frozenset(
        {"id", "words", "sort_name", "birth_date", "registered_at", "origin"}
    )

    id: Mrn = Field()
    name: str  # of a patient from images it may be empty
    birth_date: date | None = None
    sex: Sex | None = None
    origin: Literal["registered", "images"]
    registered_by: str
    registered_at: datetime

    @classmethod
    def restore(cls, body: Body, etag: str) -> Self:
        derived = {"words", "sort_name"}
        return super().restore({name: body[name] for name in body if name not in derived}, etag)

    def body(self) -> Body:
        return super().body() | {"words": folded(f"{self.name} {self.id}"), "sort_name": folded(self.name)}

    def correct(self, changes: dict[str, Any]) -> None:
        """Raises RuleBroken for who is known from images: those are the truth."""
        if self.origin == "images":
            raise RuleBroken(FROM_IMAGES, "patient-from-images")
        for field, value in changes.items():
            setattr(self, field, value)

    def learn(self, patient: Patient) -> bool:
        """What images say; whether that is news."""
        said = patient.model_dump(include={"name", "birth_date", "sex"}) | {"origin": "images"}
        if self.model_dump(include=set(said)) == said:
            return False
        for field, value in said.items():
            setattr(self, field, value)
        return True

    def as_patient(self, today: date) -> Patient:
        age = Age.on(today, self.birth_date) if self.birth_date else None
        return Patient(mrn=self.id, name=self.name, birth_date=self.birth_date, sex=self.sex, age=age)
