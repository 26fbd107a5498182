"""Reads an ID token, and believes it only if it was written for us, now, by the tenant it names.

MSAL no longer validates them (since 1.38): that is the application's part.
"""

import re
from typing import Any

import jwt

from shared.domain.errors import Unauthenticated
from shared.infrastructure.entra.provider import Provider

ALGORITHMS = ["RS256"]
LEEWAY = 60  # seconds that clocks may differ
NEEDED = ["exp", "iat", "iss", "aud", "sub", "tid", "oid"]
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class IdTokens:
    def __init__(self, provider: Provider, client_id: str) -> None:
        self._provider, self._client_id = provider, client_id

    def read(self, token: str) -> dict[str, Any]:
        """Its claims. Raises Unauthenticated."""
        try:
            return self._believed(token)
        except jwt.PyJWTError as error:
            raise _not_believed() from error

    def _believed(self, token: str) -> dict[str, Any]:
        key = self._provider.key(str(jwt.get_unverified_header(token).get("kid")))
        if key is None:
            raise _not_believed()
        claims = jwt.decode(
            token,
            key,
            ALGORITHMS,
            audience=self._client_id,
            leeway=LEEWAY,
            options={"require": NEEDED, "strict_aud": True},
        )
        tenant, person = (str(claims[name]) for name in ("tid", "oid"))
        if not (GUID.fullmatch(tenant) and GUID.fullmatch(person)):
            raise _not_believed()
        if claims["iss"] != self._provider.issuer_of(tenant):
            raise _not_believed()
        return claims


def _not_believed() -> Unauthenticated:
    return Unauthenticated("Microsoft's answer is not valid.", "microsoft-failed")
