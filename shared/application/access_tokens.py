"""What partners' systems show with each request."""

from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

LASTS = timedelta(minutes=10)


class Claims(NamedTuple):
    client_id: str
    scopes: frozenset[str]


class AccessTokens(Protocol):
    def issue(self, claims: Claims, now: datetime) -> str: ...

    def read(self, token: str, now: datetime) -> Claims | None:
        """None for whatever was not issued here, for us, within the last ten minutes."""
        ...


class TokenKeys(Protocol):
    def rotate(self, now: datetime, at_once: bool = False) -> None:
        """Sign with a new key in two minutes, when all know it; at once: and believe no earlier token."""
        ...
