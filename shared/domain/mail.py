"""A mail on its way: kept until it has been sent, because queues carry no personal data."""

from typing import ClassVar, Literal

from pydantic import Field

from shared.domain.entity import Body, Entity, Upgrade
from shared.domain.values import Email


def _invitations_are_named(body: Body) -> Body:
    """Nobody follows the mails that are on their way already."""
    return body


class Mail(Entity):
    """What is said follows from a template and its values; links in it may open doors, so nothing stays."""

    kind: ClassVar[str] = "mail"
    upgrades: ClassVar[tuple[Upgrade, ...]] = (_invitations_are_named,)

    to: Email
    template: str
    language: Literal["en", "es"]
    values: dict[str, str] = Field(default_factory=dict[str, str])
    invitation_id: str | None = None  # which hears of it where the mail cannot be sent
    failed: bool = False

    def give_up(self) -> None:
        """It could not be sent: keep that, and forget what opened doors."""
        self.failed, self.values = True, {}
