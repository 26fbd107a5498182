"""The partners' systems that work in an organization."""

from shared.application.models.clients import ClientView
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.client import Client
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import clients


class ListClients(Query[list[ClientView]]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName


@handles(ListClients)
def list_clients(query: ListClients, *, uow: UnitOfWork) -> list[ClientView]:
    known = uow.of(Client, clients(query.organization_id)).all()
    return sorted(map(ClientView.of, known), key=lambda client: client.name.casefold())
