"""A second proof of who one is: codes of an authenticator app, and a few on paper for when it is lost."""

import hashlib
import secrets
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from shared.domain.entity import Entity

RECOVERY_CODES = 10
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read as something else


def new_recovery_codes() -> list[str]:
    """79 bits each, in groups that one can copy from paper."""
    return ["-".join(_letters(4) for _ in range(4)) for _ in range(RECOVERY_CODES)]


def secret_name(user_id: str) -> str:
    """Under which the app's secret is kept, beside the other secrets of the installation."""
    return f"totp-{user_id}"


class SecondFactor(Entity):
    """The record's id is the user's."""

    kind: ClassVar[str] = "second_factor"

    confirmed_at: datetime | None = None  # None: being set up
    last_step: int = 0  # of the code that was used last
    recovery: list[str] = Field(default_factory=list[str])  # hashes of the codes that are left

    @property
    def is_on(self) -> bool:
        return self.confirmed_at is not None

    def confirm(self, now: datetime, codes: list[str]) -> None:
        self.confirmed_at, self.recovery = now, [_hash(code) for code in codes]

    def takes_step(self, step: int | None) -> bool:
        """A code counts once, and none before it counts any more (RFC 6238, 5.2)."""
        if step is None or step <= self.last_step:
            return False
        self.last_step = step
        return True

    def takes_recovery(self, code: str) -> bool:
        hashed = _hash(code)
        if hashed not in self.recovery:
            return False
        self.recovery = [kept for kept in self.recovery if kept != hashed]
        return True

    def has_none_left_for(self, code: str) -> bool:
        """Whether somebody tries a recovery code after the last one: the app shows no letters."""
        return not self.recovery and any(c.isalpha() for c in code)


def _letters(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def _hash(code: str) -> str:
    plain = "".join(c for c in code.casefold() if c.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
