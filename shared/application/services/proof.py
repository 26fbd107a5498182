"""Proof, within a session, that its owner is at the keyboard: a browser may have been left open."""

from datetime import timedelta

from shared.application.ports import Clock, PasswordHasher
from shared.application.services.second_step import SecondStep
from shared.application.services.throttle import Guess, Throttle
from shared.application.unit_of_work import UnitOfWork
from shared.domain.access import Actor
from shared.domain.errors import Forbidden
from shared.domain.partitions import USERS, sessions_of
from shared.domain.password import normalized
from shared.domain.session import Session
from shared.domain.user import Credential, User

FRESH = timedelta(minutes=10)  # since somebody without a password has signed in elsewhere


class Proof:
    def __init__(self, uow: UnitOfWork, throttle: Throttle, passwords: PasswordHasher, clock: Clock) -> None:
        self._uow, self._throttle, self._passwords, self._clock = uow, throttle, passwords, clock

    def must_know(
        self, user: User, password: str, actor: Actor, also: tuple[str, SecondStep] | None = None
    ) -> None:
        """Raise Forbidden for another password, or another code; TooMany for guessing, as at the door."""
        credential = self._uow.of(Credential, USERS).find(user.email)
        guess = Guess.begin(self._throttle, user.email, actor.session_id, actor.address)
        if credential is None:
            self._must_be_fresh(actor)
        elif not self._passwords.verify(credential.password_hash, normalized(password)):
            guess.failed()
            raise Forbidden("The current password is not right.", "password-wrong")
        if also and not also[1].is_passed(user.id, also[0] or "none"):
            guess.failed()
            raise Forbidden(*also[1].refusal(user.id, also[0]))
        guess.succeeded()

    def _must_be_fresh(self, actor: Actor) -> None:
        session = self._uow.of(Session, sessions_of(actor.id)).find(actor.session_id or "none")
        if session is None or self._clock.now() - session.opened_at >= FRESH:
            raise Forbidden("Sign in again first, then do this within 10 minutes.", "sign-in-again")
