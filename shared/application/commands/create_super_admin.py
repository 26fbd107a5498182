"""Make somebody a super administrator. For operators at the installation itself: no operation leads here."""

from pydantic import SecretStr

from shared.application.ports import Clock, Condition, PasswordHasher
from shared.application.services.passwords import choose_password
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission, Role
from shared.domain.audit import AuditLine
from shared.domain.errors import Conflict
from shared.domain.partitions import USERS
from shared.domain.user import Credential, User
from shared.domain.values import Email, GivenName


class CreateSuperAdmin(Command[User]):
    access = Permission.WORK_IN_BACKGROUND

    email: Email
    first_name: GivenName
    last_name: GivenName
    password: SecretStr


@handles(CreateSuperAdmin)
def create_super_admin(
    command: CreateSuperAdmin, *, uow: UnitOfWork, passwords: PasswordHasher, clock: Clock, actor: Actor
) -> User:
    """Never out of somebody who exists: their sessions, links and memberships would rise with them."""
    users = uow.of(User, USERS)
    if users.count(Condition("email", "is", command.email)) or uow.of(Credential, USERS).find(command.email):
        raise Conflict(f"{command.email} has an account already. Take an address that has none.")
    user = User(
        email=command.email,
        first_name=command.first_name,
        last_name=command.last_name,
        platform_role=Role.SUPER_ADMIN,
    )
    choose_password(user, command.password.get_secret_value(), uow, passwords)
    users.add(user)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "user.create_super", user.id, clock.now()))
    uow.commit()
    return user
