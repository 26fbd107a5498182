"""Close somebody's account wherever they belong, or open it again; nothing of it is lost."""

from shared.application.models.users import UserRow
from shared.application.ports import Clock
from shared.application.services.members import Rows, keep_admins, person, stay
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import AuditLine
from shared.domain.errors import Forbidden, RuleBroken
from shared.domain.partitions import USERS
from shared.domain.user import User


class ChangeUser(Command[UserRow]):
    access = Permission.MANAGE_PLATFORM

    user_id: str
    active: bool


@handles(ChangeUser)
def change_user(command: ChangeUser, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> UserRow:
    user = person(command.user_id, None, actor, uow)
    if command.active:
        user.reopen()
    else:
        _somebody_stays(user, actor, uow)
        user.close(clock.now())
    uow.of(User, USERS).save(user)
    action = "user.reactivate" if command.active else "user.deactivate"
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, action, user.id, clock.now()))
    uow.commit()
    return Rows(uow).of(user)


def _somebody_stays(user: User, actor: Actor, uow: UnitOfWork) -> None:
    """In each organization an administrator; on the platform whoever asks for this."""
    if user.id == actor.id:
        raise RuleBroken("You cannot deactivate your own account.", "own-account")
    people = keep_admins(user, user.organization_ids, uow)
    if user.platform_role and (asking := uow.of(User, USERS).find(actor.id)):
        if asking.closed:  # at this moment, by the one they are about to close out
            raise Forbidden("Your account is deactivated.", "deactivated")
        people[asking.id] = asking
    stay(people, uow)
