"""Emergency access: somebody who runs the platform sees the patients of one organization, for one hour."""

from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from shared.domain.entity import Entity

LASTS = timedelta(hours=1)
SHORTEST_REASON = 20  # characters


def _must_say_why(reason: str) -> str:
    if len(reason) < SHORTEST_REASON:
        raise ValueError(f"Say why in at least {SHORTEST_REASON} characters.")
    return reason


Reason = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=1000, pattern=r"^[^\x00-\x08\x0b-\x1f]*$"),
    AfterValidator(_must_say_why),
    Field(json_schema_extra={"minLength": SHORTEST_REASON}),
]


class EmergencyAccess(Entity):
    """Bound to the session in which it was opened, and so ended with it. The record's id is the user's."""

    kind: ClassVar[str] = "emergency"

    organization_id: str
    reason: str
    family: str  # of the session's secrets
    opened_at: datetime
    until: datetime
    ended_at: datetime | None = None

    def begin(self, organization_id: str, reason: str, family: str, now: datetime) -> None:
        self.organization_id, self.reason, self.family = organization_id, reason, family
        self.opened_at, self.until, self.ended_at = now, now + LASTS, None

    def is_open(self, family: str, now: datetime) -> bool:
        return self.ended_at is None and now < self.until and self.family == family

    def end(self, now: datetime) -> None:
        self.ended_at = now
