"""Close somebody's account wherever they belong, or open it again; have them run the platform, or no more."""

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
    active: bool | None = None  # None: as it is
    app_admin: bool | None = None


@handles(ChangeUser)
def change_user(command: ChangeUser, *, uow: UnitOfWork, clock: Clock, actor: Actor) -> UserRow:
    user = person(command.user_id, None, actor, uow)
    if False in (command.active, command.app_admin):
        _somebody_stays(user, actor, uow, leaves=command.active is False)
    if command.active is not None:
        user.open(command.active, clock.now())
    if command.app_admin is not None:
        user.appoint(command.app_admin, clock.now())
    uow.of(User, USERS).save(user)
    changes = command.model_dump(include={"active", "app_admin"}, exclude_none=True)
    detail = " ".join(f"{name}={value}" for name, value in changes.items())
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "user.change", user.id, clock.now(), detail))
    uow.commit()
    return Rows(uow).of(user)


def _somebody_stays(user: User, actor: Actor, uow: UnitOfWork, *, leaves: bool) -> None:
    """In each organization an administrator; on the platform whoever asks for this."""
    if user.id == actor.id:
        raise RuleBroken("You cannot take your own access away. Ask another administrator.", "own-account")
    people = keep_admins(user, user.organization_ids if leaves else (), uow)
    if user.platform_role and (asking := uow.of(User, USERS).find(actor.id)):
        if not asking.may_run_platform:  # by now, because of the one they are asking about
            raise Forbidden("Your role does not allow this.")
        people[asking.id] = asking
    stay(people, uow)
