"""Open a session with an e-mail address and a password.

Whoever is unknown is answered like somebody known with a wrong password: the same words, after the same work.
"""

from typing import NamedTuple

from pydantic import SecretStr

from shared.application.models.me import Me
from shared.application.ports import Clock, PasswordHasher
from shared.application.services.entrance import Entrance
from shared.application.services.people import describe
from shared.application.services.refused_sign_in import note_refused_sign_in
from shared.application.services.second_step import SecondStep
from shared.application.services.throttle import Guess, Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import Command, handles
from shared.domain.access import Actor, Permission
from shared.domain.device import Device, new_secret
from shared.domain.errors import Unauthenticated
from shared.domain.partitions import USERS, sessions_of
from shared.domain.password import normalized
from shared.domain.session import Token
from shared.domain.user import Credential, User


class SignedIn(NamedTuple):
    me: Me
    token: Token
    remember: bool
    device: str  # by which this browser is recognized


class SignIn(Command[SignedIn]):
    access = Permission.SIGN_IN

    email: str
    password: SecretStr
    remember: bool = False
    code: str = ""  # of the second factor, where there is one


@handles(SignIn)
def sign_in(
    command: SignIn,
    *,
    uow: UnitOfWork,
    actor: Actor,
    throttle: Throttle,
    second_step: SecondStep,
    passwords: PasswordHasher,
    entrance: Entrance,
    clock: Clock,
) -> SignedIn:
    email = command.email.strip().lower()
    credential = uow.of(Credential, USERS).find(email)
    device = _known_device(actor.device, credential.user_id if credential else "nobody", uow)
    guess = Guess.begin(throttle, email, device and device.id, actor.address)
    password = normalized(command.password.get_secret_value())
    right = passwords.verify(credential and credential.password_hash, password)
    if credential is None or not right:
        guess.failed()
        note_refused_sign_in(credential and credential.user_id, actor, "password", uow, clock.now())
        raise Unauthenticated("The e-mail address or the password is not right.")
    if not second_step.is_passed(credential.user_id, command.code):
        guess.failed()
        note_refused_sign_in(credential.user_id, actor, "code", uow, clock.now())
        raise Unauthenticated(*second_step.refusal(credential.user_id, command.code))
    user = uow.of(User, USERS).get(credential.user_id)
    secret = actor.device if Device.id_of(actor.device) else new_secret()
    if device is None:
        _remember(secret, user, uow, clock)
    organization_id, token = entrance.open(user, command.remember, "password", uow, actor)
    guess.succeeded()
    return SignedIn(describe(user, organization_id, uow), token, command.remember, secret)


def _known_device(secret: str, user_id: str, uow: UnitOfWork) -> Device | None:
    device = uow.of(Device, sessions_of(user_id)).find(Device.id_of(secret) or "none")
    user = uow.of(User, USERS).find(user_id)
    forgotten = device and user and user.has_forgotten(device.first_seen_at)
    return None if forgotten else device


def _remember(secret: str, user: User, uow: UnitOfWork, clock: Clock) -> None:
    devices = uow.of(Device, sessions_of(user.id))
    new = Device.model_validate({"id": Device.id_of(secret), "first_seen_at": clock.now()})
    known = devices.find(new.id) or new  # known once, and forgotten
    known.first_seen_at = new.first_seen_at
    devices.save(known)
