"""From which countries somebody has signed in lately."""

from datetime import datetime, timedelta
from typing import ClassVar, Literal

from pydantic import Field

from shared.domain.entity import Entity

MEMORY = timedelta(days=90)


class Whereabouts(Entity):
    """The record's id is the person's."""

    kind: ClassVar[str] = "whereabouts"

    countries: dict[str, datetime] = Field(default_factory=dict[str, datetime])  # last seen there

    def arrive(self, country: str, at: datetime) -> Literal["usual", "unusual", "noted already"]:
        """Unusual: there is somewhere they usually are, and it is not there."""
        lately = {place: seen for place, seen in self.countries.items() if at - seen < MEMORY}
        if lately.get(country, at - MEMORY) >= at:
            return "noted already"
        self.countries = lately | {country: at}
        return "unusual" if lately and country not in lately else "usual"
