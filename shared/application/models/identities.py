"""The accounts elsewhere that open one's account here."""

from datetime import datetime
from typing import Literal

from shared.domain.entity import Value


class IdentityView(Value):
    id: str
    provider: Literal["microsoft"] = "microsoft"
    shown_as: str
    linked_at: datetime


class Onward(Value):
    """Where the browser has to go next."""

    address: str
