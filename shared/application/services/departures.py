"""Leaving for Microsoft's sign-in page, and coming back: once, in time, in the same browser."""

from datetime import datetime
from typing import Any, Literal, NamedTuple

from shared.application.microsoft import MicrosoftSignIn
from shared.application.models.identities import Onward
from shared.application.unit_of_work import UnitOfWork
from shared.domain.departure import Departure
from shared.domain.errors import Gone, Stale
from shared.domain.partitions import departure as of_departure

EXPIRED = "This sign-in has taken too long, or was begun in another browser. Please try again."


class Leaving(NamedTuple):
    address: str
    secret: str  # for the browser to bring back

    @property
    def onward(self) -> Onward:
        return Onward(address=self.address)


def leave(
    purpose: Literal["sign_in", "link", "join"],
    microsoft: MicrosoftSignIn,
    uow: UnitOfWork,
    now: datetime,
    **more: Any,
) -> Leaving:
    """Raises Unavailable."""
    way = microsoft.begin()
    departure, secret = Departure.leave(purpose, way.memory, now, **more)
    uow.of(Departure, of_departure(departure.id)).add(departure)
    uow.commit()
    return Leaving(way.address, secret)


def take_back(secret: str, uow: UnitOfWork, now: datetime) -> Departure:
    """Raises Gone for who never left, is late, or has been back already."""
    id = Departure.id_of(secret)
    departures = uow.of(Departure, of_departure(id))
    departure = departures.find(id)
    if departure is None:
        raise Gone(EXPIRED, "microsoft-expired")
    departures.remove(departure)
    try:
        uow.commit()
    except Stale:
        raise Gone(EXPIRED, "microsoft-expired") from None
    if not departure.is_awaited(now):
        raise Gone(EXPIRED, "microsoft-expired")
    return departure
