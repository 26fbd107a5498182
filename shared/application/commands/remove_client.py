"""Let a partner's system work in the organization no longer: its tokens open nothing from now on."""

from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.client import Client
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import clients


class RemoveClient(Command[None]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    client_id: str


@handles(RemoveClient)
def remove_client(command: RemoveClient, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> None:
    partition = clients(command.organization_id)
    known = uow.of(Client, partition)
    client = known.get(command.client_id)
    known.remove(client)
    line = AuditLine.of(actor, "client.remove", command.organization_id, clock.now(), client.id)
    uow.of(AuditLine, partition).add(line)
    uow.commit()
