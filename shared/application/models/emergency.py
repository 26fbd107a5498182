"""Emergency access, as whoever has it sees it."""

from datetime import datetime
from typing import Self

from shared.domain.emergency import EmergencyAccess
from shared.domain.entity import Value
from shared.domain.organization import Organization


class EmergencyView(Value):
    organization_id: str
    display_name: str
    until: datetime

    @classmethod
    def of(cls, access: EmergencyAccess, organization: Organization | None) -> Self:
        name = organization.display_name if organization else access.organization_id
        return cls(organization_id=access.organization_id, display_name=name, until=access.until)
