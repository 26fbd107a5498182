"""The partners' systems that work in an organization, and when each last asked for a token."""

from datetime import datetime, timedelta

from shared.application.models.clients import ClientRow, ClientView
from shared.application.ports import Clock, Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.audit import AuditLine
from shared.domain.client import Client
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import accesses, clients


class ListClients(Query[list[ClientRow]]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName


@handles(ListClients)
def list_clients(query: ListClients, *, uow: UnitOfWork, clock: Clock) -> list[ClientRow]:
    known = uow.of(Client, clients(query.organization_id)).all()
    rows = [
        ClientRow(**ClientView.of(client).model_dump(), last_token_at=_last_token(client, uow, clock.now()))
        for client in known
    ]
    return sorted(rows, key=lambda client: client.name.casefold())


def _last_token(client: Client, uow: UnitOfWork, now: datetime) -> datetime | None:
    """The audit knows: this month's lines, then the last month's."""
    tokens = [
        Condition("actor_id", "is", client.client_id),
        Condition("action", "is", "client.token"),
        Condition("outcome", "is", "granted"),
    ]
    for month in (now, now.replace(day=1) - timedelta(days=1)):
        lines = uow.of(AuditLine, accesses(client.organization_id, month))
        for line in lines.all(*tokens, order="at", descending=True, limit=1):
            return line.at
    return None
