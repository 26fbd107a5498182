"""Change what is known of an organization: what is not named stays as it is."""

from typing import Literal

from shared.application.models.organizations import OrganizationView
from shared.application.ports import Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.organization import Contact, Days, Line, Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class EditOrganization(Command[OrganizationView], Contact):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    display_name: Line = ""
    language: Literal["en", "es"] = "en"
    retention_days: Days | None = None


@handles(EditOrganization)
def edit_organization(
    command: EditOrganization, *, uow: UnitOfWork, clock: Clock, actor: Actor
) -> OrganizationView:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    given = command.model_dump(exclude_unset=True, exclude={"organization_id"})
    organization.describe(given)
    organizations.save(organization)
    line = AuditLine.of(actor, "organization.edit", organization.id, clock.now(), ", ".join(sorted(given)))
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return OrganizationView.of(organization)
