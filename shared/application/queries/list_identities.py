"""The Microsoft accounts that open one's account."""

from shared.application.models.identities import IdentityView
from shared.application.ports import Condition
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.identity import Identity
from shared.domain.partitions import USERS


class ListIdentities(Query[list[IdentityView]]):
    access = Permission.MANAGE_SELF


@handles(ListIdentities)
def list_identities(
    query: ListIdentities,  # noqa: ARG001
    *,
    uow: UnitOfWork,
    actor: Actor,
) -> list[IdentityView]:
    mine = uow.of(Identity, USERS).all(Condition("user_id", "is", actor.id))
    return [IdentityView(id=one.id, shown_as=one.shown_as, linked_at=one.linked_at) for one in mine]
