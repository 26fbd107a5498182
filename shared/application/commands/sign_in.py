"""Open a session with an e-mail address and a password."""

from typing import NamedTuple

from pydantic import SecretStr

from shared.application.models.me import Me
from shared.application.ports import Clock, PasswordHasher
from shared.application.services.people import describe
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Permission
from shared.domain.errors import Unauthenticated
from shared.domain.partitions import USERS, sessions_of
from shared.domain.session import Session, Token
from shared.domain.user import Credential, User


class SignedIn(NamedTuple):
    me: Me
    token: Token
    remember: bool


class SignIn(Command[SignedIn]):
    access = Permission.SIGN_IN

    email: str
    password: SecretStr
    remember: bool = False


@handles(SignIn)
def sign_in(command: SignIn, *, uow: UnitOfWork, passwords: PasswordHasher, clock: Clock) -> SignedIn:
    credential = uow.of(Credential, USERS).find(command.email.strip().lower())
    right = passwords.verify(credential and credential.password_hash, command.password.get_secret_value())
    if credential is None or not right:
        raise Unauthenticated("The e-mail address or the password is not right.")
    user = uow.of(User, USERS).get(credential.user_id)
    organization_id = next(iter(user.organization_ids), None)
    session, token = Session.open(user.id, organization_id, command.remember, clock.now())
    uow.of(Session, sessions_of(user.id)).add(session)
    uow.commit()
    return SignedIn(describe(user, organization_id, uow), token, command.remember)
