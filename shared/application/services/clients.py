"""What the use cases about partners' systems share."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor, Permission
from shared.domain.client import Client
from shared.domain.errors import Forbidden
from shared.domain.partitions import clients


def known(client_id: str, uow: UnitOfWork) -> Client | None:
    """By what the partner shows."""
    place = Client.place_of(client_id)
    return uow.of(Client, clients(place[0])).find(place[1]) if place else None


def must_hold(scopes: list[Permission], organization_id: str, actor: Actor) -> None:
    """Nobody gives a system what they may not do themselves, nor keeps an emergency open by one."""
    if actor.emergency:
        raise Forbidden("Emergency access opens patients' data to you, and to no system.")
    for scope in scopes:
        actor.must(scope, organization_id)
