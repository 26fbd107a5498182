"""Tokens that open a PACS: kept until shortly before they expire, asked for anew when they are refused."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import NamedTuple

EARLY = 120.0  # seconds before a token expires that another is asked for
SHORT = 0.2  # of a token's life, where that is less
SETTLED = 30.0  # seconds; a token that is refused while it is younger will not get better by being replaced


class Token(NamedTuple):
    value: str
    lifetime: float  # seconds


class Tokens:
    def __init__(self, issue: Callable[[], Token], now: Callable[[], float] = monotonic) -> None:
        """`issue` raises DomainError where none is to be had."""
        self._issue, self._now = issue, now
        self._lock = Lock()
        self._value, self._since, self._until = "", 0.0, float("-inf")

    @property
    def is_fresh(self) -> bool:
        """The next asking for it costs nothing."""
        return self._now() < self._until

    def current(self) -> str:
        with self._lock:
            if not self.is_fresh:
                token, now = self._issue(), self._now()
                self._value, self._since = token.value, now
                self._until = now + token.lifetime - min(EARLY, token.lifetime * SHORT)
            return self._value

    def refused(self, value: str) -> bool:
        """The PACS would not have it: whether another is to be had by asking again."""
        with self._lock:
            if value != self._value:
                return True  # replaced meanwhile
            if self._now() - self._since < SETTLED:
                return False
            self._until = float("-inf")
            return True
