"""Let a partner's system work in the organization: with a secret, and with no more than is named."""

from shared.application.models.clients import ClientView, NewSecret
from shared.application.ports import Clock
from shared.application.services.clients import must_hold
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.client import Client, ClientName, Scopes
from shared.domain.errors import RuleBroken
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS, clients

MOST = 50


class CreateClient(Command[NewSecret]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    name: ClientName
    scopes: Scopes


@handles(CreateClient)
def create_client(command: CreateClient, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> NewSecret:
    organization_id = uow.of(Organization, ORGANIZATIONS).get(command.organization_id).id
    must_hold(list(command.scopes), organization_id, actor)
    known, now = uow.of(Client, clients(organization_id)), clock.now()
    if known.count() >= MOST:
        raise RuleBroken(f"An organization has at most {MOST} clients.")
    client = Client(
        organization_id=organization_id,
        name=command.name,
        scopes=list(dict.fromkeys(command.scopes)),
        created_at=now,
        created_by=actor.public_name,
    )
    secret = client.new_secret(now)
    known.add(client)
    detail = f"{client.id} {' '.join(client.scopes)}"
    line = AuditLine.of(actor, "client.create", organization_id, now, detail)
    uow.of(AuditLine, clients(organization_id)).add(line)
    uow.commit()
    return NewSecret(client=ClientView.of(client), secret=secret)
