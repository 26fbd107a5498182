"""Choosing a password: for the first time, anew, or after it was forgotten."""

from datetime import datetime

from shared.application.ports import PasswordHasher
from shared.application.services.post import post
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.audit import AuditLine
from shared.domain.mail import Mail
from shared.domain.partitions import USERS
from shared.domain.password import must_be_good, normalized
from shared.domain.user import Credential, User


def choose_password(user: User, password: str, uow: UnitOfWork, passwords: PasswordHasher) -> None:
    """Part of the caller's commit. Raises RuleBroken for a password that is not good enough."""
    must_be_good(password, user.email, user.first_name, user.last_name)
    credentials = uow.of(Credential, USERS)
    known = credentials.find(user.email) or Credential(id=user.email, user_id=user.id, password_hash="")
    known.user_id, known.password_hash = user.id, passwords.hash(normalized(password))
    credentials.save(known)


def replace_password(
    user: User, password: str, actor: Actor, now: datetime, uow: UnitOfWork, passwords: PasswordHasher
) -> None:
    """The same, where there was one: all sessions end, and the owner is told. Part of the caller's commit."""
    choose_password(user, password, uow, passwords)
    user.end_sessions(now)
    uow.of(User, USERS).save(user)
    uow.of(AuditLine, USERS).add(AuditLine.of(actor, "password.replace", user.id, now))
    told = Mail(
        to=user.email, template="password_changed", language=user.language, values={"name": user.first_name}
    )
    post(told, uow)
