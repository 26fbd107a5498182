"""A patient, as the images name them."""

from datetime import date
from typing import Literal

from shared.domain.age import Age
from shared.domain.entity import Value


class Patient(Value):
    mrn: str
    name: str
    birth_date: date | None
    sex: Literal["F", "M", "O"] | None
    age: Age | None  # on the day the question is about: today in a header, the study's day in a report

    def aged_on(self, day: date | None) -> "Patient":
        """The same patient, with the age they had on that day."""
        age = Age.on(day, self.birth_date) if day and self.birth_date else None
        return self.model_copy(update={"age": age})
