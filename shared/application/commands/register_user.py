"""Make somebody known to the platform, or bring what is known of them up to date. For operators and seeds.

People are otherwise invited; the e-mail address decides who is meant.
"""

from typing import Annotated, Literal

from pydantic import Field, SecretStr

from shared.application.ports import Condition, PasswordHasher
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission, Role
from shared.domain.membership import Membership
from shared.domain.partitions import USERS
from shared.domain.password import normalized
from shared.domain.user import Credential, User
from shared.domain.values import Email


class RegisterUser(Command[User]):
    access = Permission.MANAGE_PLATFORM

    email: Email
    first_name: Annotated[str, Field(max_length=100)]
    last_name: Annotated[str, Field(max_length=100)]
    language: Literal["en", "es"] = "en"
    platform_role: Literal[Role.APP_ADMIN, Role.SUPER_ADMIN] | None = None
    membership: Membership | None = None
    password: SecretStr | None = None


@handles(RegisterUser)
def register_user(command: RegisterUser, *, uow: UnitOfWork, passwords: PasswordHasher) -> User:
    users = uow.of(User, USERS)
    user = next(users.all(Condition("email", "is", command.email), limit=1), None) or User(
        email=command.email, first_name=command.first_name, last_name=command.last_name
    )
    user.first_name, user.last_name, user.language = command.first_name, command.last_name, command.language
    user.platform_role = command.platform_role
    if command.membership:
        user.join(command.membership.organization_id, command.membership.role)
    users.save(user)
    if command.password:
        _set_password(user, command.password.get_secret_value(), uow, passwords)
    uow.commit()
    return user


def _set_password(user: User, password: str, uow: UnitOfWork, passwords: PasswordHasher) -> None:
    credentials = uow.of(Credential, USERS)
    known = credentials.find(user.email)
    if known and passwords.verify(known.password_hash, normalized(password)):
        return
    if known:
        known.user_id, known.password_hash = user.id, passwords.hash(normalized(password))
    credential = known or Credential(
        id=user.email, user_id=user.id, password_hash=passwords.hash(normalized(password))
    )
    credentials.save(credential)
