"""The display names of organizations, each looked up once."""

from shared.application.unit_of_work import UnitOfWork
from shared.domain.organization import Organization
from shared.domain.partitions import ORGANIZATIONS


class OrganizationNames:
    def __init__(self, uow: UnitOfWork) -> None:
        self._organizations = uow.of(Organization, ORGANIZATIONS)
        self._names: dict[str, str] = {}

    def of(self, organization_id: str) -> str:
        if organization_id not in self._names:
            known = self._organizations.find(organization_id)
            self._names[organization_id] = known.display_name if known else organization_id
        return self._names[organization_id]
