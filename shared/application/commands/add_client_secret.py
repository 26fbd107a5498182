"""Give a partner's system another secret, so that it can change without a break."""

from shared.application.models.clients import ClientView, NewSecret
from shared.application.ports import Clock
from shared.application.services.clients import must_hold
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.client import Client
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import clients


class AddClientSecret(Command[NewSecret]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    client_id: str


@handles(AddClientSecret)
def add_client_secret(command: AddClientSecret, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> NewSecret:
    partition, now = clients(command.organization_id), clock.now()
    known = uow.of(Client, partition)
    client = known.get(command.client_id)
    must_hold(list(client.scopes), command.organization_id, actor)
    secret = client.new_secret(now)
    known.save(client)
    line = AuditLine.of(actor, "client.add_secret", command.organization_id, now, client.id)
    uow.of(AuditLine, partition).add(line)
    uow.commit()
    return NewSecret(client=ClientView.of(client), secret=secret)
