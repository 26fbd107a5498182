"""Let the people of a suspended organization work again."""

from shared.application.models.organizations import OrganizationView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class ReinstateOrganization(Command[OrganizationView]):
    access = Permission.MANAGE_PLATFORM

    organization_id: OrganizationName


@handles(ReinstateOrganization)
def reinstate_organization(
    command: ReinstateOrganization, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> OrganizationView:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    organization.reinstate()
    organizations.save(organization)
    line = AuditLine.of(actor, "organization.reinstate", organization.id, clock.now())
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return OrganizationView.of(organization)
