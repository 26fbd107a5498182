"""Passwords, hashed with argon2id at OWASP's setting: 19 MiB, two passes, one lane; about 40 ms."""

from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError


class Argon2Hasher:
    def __init__(self) -> None:
        self._argon2 = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

    def hash(self, password: str) -> str:
        return self._argon2.hash(password)

    def verify(self, hash: str | None, password: str) -> bool:
        """Takes as long for somebody unknown as for somebody known."""
        try:
            return self._argon2.verify(hash or self._nobody, password) and hash is not None
        except (VerifyMismatchError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        return self.hash("nobody's password")
