"""One organization."""

from shared.application.models.organizations import OrganizationView
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.organization import Organization
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import ORGANIZATIONS


class GetOrganization(Query[OrganizationView]):
    access = Permission.CONFIGURE_ORGANIZATION

    organization_id: OrganizationName


@handles(GetOrganization)
def get_organization(query: GetOrganization, *, uow: UnitOfWork) -> OrganizationView:
    return OrganizationView.of(uow.of(Organization, ORGANIZATIONS).get(query.organization_id))
