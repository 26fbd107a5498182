"""Change what is known of an organization: what is not named stays as it is."""

from typing import Literal

from pydantic import Field

from shared.application.models.organizations import OrganizationView
from shared.application.ports import Clock, ModelCatalogue
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import RuleBroken
from shared.domain.organization import Contact, Line, Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.organization_settings import AllowedTenants, Days, ModelChoice, ModelChoices
from shared.domain.partitions import ORGANIZATIONS
from shared.domain.report import Sections
from shared.domain.report_template import ReportTemplate


class EditOrganization(Command[OrganizationView], Contact):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName
    display_name: Line = ""
    language: Literal["en", "es"] = "en"
    report_language: Literal["en", "es"] | None = None
    report_template: ReportTemplate = Field(default_factory=Sections)
    models: ModelChoices = Field(default_factory=list[ModelChoice])
    retention_days: Days | None = None
    second_factor_required: bool = False
    allowed_tenants: AllowedTenants = Field(default_factory=list[str])


@handles(EditOrganization)
def edit_organization(
    command: EditOrganization, *, uow: UnitOfWork, models: ModelCatalogue, clock: Clock, actor: Actor
) -> OrganizationView:
    organizations = uow.of(Organization, ORGANIZATIONS)
    organization = organizations.get(command.organization_id)
    _must_be_installed(command.models, models)
    given = command.model_dump(exclude_unset=True, exclude={"organization_id"})
    organization.describe(given)
    organizations.save(organization)
    line = AuditLine.of(actor, "organization.edit", organization.id, clock.now(), ", ".join(sorted(given)))
    uow.of(AuditLine, ORGANIZATIONS).add(line)
    uow.commit()
    return OrganizationView.of(organization)


def _must_be_installed(choices: ModelChoices, models: ModelCatalogue) -> None:
    """Raises RuleBroken for a model or a label that nobody has: a typing error would decide nothing."""
    labels = {model.id: {label.name for label in model.labels} for model in models.all()} if choices else {}
    for choice in choices:
        if choice.model_id not in labels:
            raise RuleBroken(f"There is no model called {choice.model_id}.")
        if unknown := {one.label for one in choice.thresholds} - labels[choice.model_id]:
            raise RuleBroken(f"The model {choice.model_id} has no label called {min(unknown)}.")
