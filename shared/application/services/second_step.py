"""The second step of signing in, for those who have one."""

from shared.application.ports import Clock, OneTimeCodes, Secrets
from shared.application.unit_of_work import UnitOfWork
from shared.domain.errors import CodeNeeded, Stale
from shared.domain.partitions import USERS
from shared.domain.second_factor import SecondFactor, secret_name

NONE_LEFT = "no-recovery-left"


class SecondStep:
    def __init__(self, uow: UnitOfWork, codes: OneTimeCodes, secrets: Secrets, clock: Clock) -> None:
        self._uow, self._codes, self._secrets, self._clock = uow, codes, secrets, clock

    def is_passed(self, user_id: str, code: str) -> bool:
        """Each code passes once. Raises CodeNeeded where one is needed and none was given."""
        factors = self._uow.of(SecondFactor, USERS)
        factor = factors.find(user_id)
        if factor is None or not factor.is_on:
            return True
        if not code:
            raise CodeNeeded("Please give the code that your authenticator app shows, or a recovery code.")
        if not (self.fits(factor, code) or factor.takes_recovery(code)):
            return False
        factors.save(factor)
        try:
            self._uow.commit()
        except Stale:  # the same code, at the same moment
            return False
        return True

    def refusal(self, user_id: str, code: str) -> tuple[str, str]:
        """Why a code was not taken: the sentence, and its word."""
        factor = self._uow.of(SecondFactor, USERS).find(user_id)
        if factor and factor.has_none_left_for(code):
            return "Your last recovery code has been used. Give a code of your authenticator app.", NONE_LEFT
        return "The code is not right.", "code-wrong"

    def fits(self, factor: SecondFactor, code: str) -> bool:
        """Whether the app shows this code now; it is marked as used, for the caller to keep."""
        secret = self._secrets.get(secret_name(factor.id))
        return factor.takes_step(self._codes.step_of(secret, code, self._clock.now()) if secret else None)
