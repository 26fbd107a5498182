"""What an organization has decided about the models."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.organization import Organization
from shared.domain.organization_settings import ModelChoices
from shared.domain.partitions import ORGANIZATIONS


def model_choices(organization_id: str, uow: UnitOfWork) -> ModelChoices:
    organization = uow.of(Organization, ORGANIZATIONS).find(organization_id)
    return organization.models if organization else []
