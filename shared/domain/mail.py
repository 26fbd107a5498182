"""A mail on its way: kept until it has been sent, because queues carry no personal data."""

from typing import ClassVar, Literal

from pydantic import Field

from shared.domain.entity import Entity
from shared.domain.values import Email


class Mail(Entity):
    """What is said follows from a template and its values; links in it may open doors, so nothing stays."""

    kind: ClassVar[str] = "mail"

    to: Email
    template: str
    language: Literal["en", "es"]
    values: dict[str, str] = Field(default_factory=dict[str, str])
    failed: bool = False

    def give_up(self) -> None:
        """It could not be sent: keep that, and forget what opened doors."""
        self.failed, self.values = True, {}
