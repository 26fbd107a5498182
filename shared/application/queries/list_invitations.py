"""The invitations of an organization that wait for an answer, newest first."""

from shared.application.models.invitations import InvitationView
from shared.application.ports import Clock, Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.invitation import Invitation
from shared.domain.organization_name import OrganizationName
from shared.domain.partitions import USERS


class ListInvitations(Query[list[InvitationView]]):
    access = Permission.MANAGE_PEOPLE

    organization_id: OrganizationName


@handles(ListInvitations)
def list_invitations(query: ListInvitations, *, uow: UnitOfWork, clock: Clock) -> list[InvitationView]:
    waiting = uow.of(Invitation, USERS).all(
        Condition("organization_id", "is", query.organization_id),
        Condition("status", "is", "pending"),
        order="invited_at",
        descending=True,
    )
    return [InvitationView.of(invitation, clock.now()) for invitation in waiting]
