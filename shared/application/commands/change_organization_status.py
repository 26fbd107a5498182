"""Keep an organization's people out, or let them work again; nothing of theirs is lost."""

from typing import Literal

from shared.application.models.organizations import OrganizationView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS

DEEDS = {"suspended": "organization.suspend", "active": "organization.reinstate"}


class ChangeOrganizationStatus(Command[OrganizationView]):
    access = Permission.MANAGE_PLATFORM

    organization_id: OrganizationName
    status: Literal["active", "suspended"]


@handles(ChangeOrganizationStatus)
def change_organization_status(
    command: ChangeOrganizationStatus, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> OrganizationView:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    organization.status = command.status
    organizations.save(organization)
    line = AuditLine.of(actor, DEEDS[command.status], organization.id, clock.now())
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return OrganizationView.of(organization)
