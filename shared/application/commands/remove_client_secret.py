"""Take one of its two secrets from a partner's system."""

from shared.application.models.clients import ClientView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.client import Client
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import clients


class RemoveClientSecret(Command[ClientView]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    client_id: str
    secret_id: str


@handles(RemoveClientSecret)
def remove_client_secret(
    command: RemoveClientSecret, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> ClientView:
    partition = clients(command.organization_id)
    known = uow.of(Client, partition)
    client = known.get(command.client_id)
    client.drop_secret(command.secret_id)
    known.save(client)
    detail = f"{client.id} {command.secret_id}"
    line = AuditLine.of(actor, "client.remove_secret", command.organization_id, clock.now(), detail)
    uow.of(AuditLine, partition).add(line)
    uow.commit()
    return ClientView.of(client)
