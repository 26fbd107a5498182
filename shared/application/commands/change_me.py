"""Change what one may change about oneself."""

from typing import Literal

from shared.application.models.me import Me
from shared.application.services.people import describe
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.partitions import USERS
from shared.domain.user import User


class ChangeMe(Command[Me]):
    access = Permission.MANAGE_SELF

    language: Literal["en", "es"]


@handles(ChangeMe)
def change_me(command: ChangeMe, *, uow: UnitOfWork, actor: Actor) -> Me:
    users = uow.of(User, USERS)
    user = users.get(actor.id)
    user.language = command.language
    users.save(user)
    uow.commit()
    return describe(user, actor.organization_id, uow)
