"""Who I am, where I work, and what I may open."""

from shared.application.models.me import Me
from shared.application.services.emergencies import emergency_of
from shared.application.services.people import describe
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.user import User


class GetMe(Query[Me]):
    access = Permission.MANAGE_SELF


@handles(GetMe)
def get_me(query: GetMe, *, uow: UnitOfWork, actor: Actor) -> Me:  # noqa: ARG001
    user = uow.of(User, USERS).get(actor.id)
    return describe(user, actor.organization_id, uow, emergency_of(actor, uow))
