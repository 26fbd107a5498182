"""A study and its series, as the organization's source describes them."""

from datetime import date, time
from typing import Annotated

from pydantic import WithJsonSchema

from shared.domain.entity import Value
from shared.domain.patient import Patient

# A DICOM TM has no zone, and JSON Schema's own "time" demands one.
type Day = date  # `date` is a field below
LocalTime = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"})]


class Study(Value):
    study_instance_uid: str
    patient: Patient
    date: date | None
    time: LocalTime | None
    modalities: tuple[str, ...]
    description: str
    accession_number: str
    referring_physician: str
    series_count: int
    instance_count: int

    def aged_on(self, day: "Day | None") -> "Study":
        """The same study, its patient with the age they had on that day."""
        return self.model_copy(update={"patient": self.patient.aged_on(day)})


class Series(Value):
    series_instance_uid: str
    number: int | None
    modality: str
    description: str
    body_part: str
    instance_count: int
