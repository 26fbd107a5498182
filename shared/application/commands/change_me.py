"""Change what one may change about oneself."""

from typing import Literal

from shared.application.models.me import Me
from shared.application.services.emergencies import emergency_of
from shared.application.services.people import describe
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.user import User
from shared.domain.values import GivenName


class ChangeMe(Command[Me]):
    access = Permission.MANAGE_SELF

    first_name: GivenName | None = None  # None: as it is
    last_name: GivenName | None = None
    language: Literal["en", "es"] | None = None


@handles(ChangeMe)
def change_me(command: ChangeMe, *, uow: UnitOfWork, actor: Actor) -> Me:
    users = uow.of(User, USERS)
    user = users.get(actor.id)
    user.first_name = command.first_name or user.first_name
    user.last_name = command.last_name or user.last_name
    user.language = command.language or user.language
    users.save(user)
    uow.commit()
    return describe(user, actor.organization_id, uow, emergency_of(actor, uow))
