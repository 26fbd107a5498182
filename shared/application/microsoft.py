"""What signing in with Microsoft needs from the outside."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol


class WayOut(NamedTuple):
    """Where the browser is sent, and what has to be known again when it comes back."""

    address: str
    memory: dict[str, Any]  # JSON; holds secrets (PKCE verifier, nonce), so it never leaves the server


class MicrosoftAccount(NamedTuple):
    """Whom Microsoft has seen. The first two say who it is; the rest is what they call themselves today."""

    tenant_id: str
    object_id: str
    shown_as: str  # user name or address: may change, may be anybody's; never used to find somebody
    first_name: str
    last_name: str


class MicrosoftSignIn(Protocol):
    @property
    def is_offered(self) -> bool: ...

    def begin(self) -> WayOut:
        """Raises Unavailable; Conflict where it is not offered."""
        ...

    def finish(self, memory: Mapping[str, Any], answer: Mapping[str, str]) -> MicrosoftAccount:
        """Read the answer that the browser brought. Raises Unauthenticated, or Unavailable."""
        ...
