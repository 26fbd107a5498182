"""Access tokens of our own: JWTs, signed with ES256 by the keys of the ring."""

import secrets
from datetime import datetime
from typing import Any

import jwt

from shared.application.access_tokens import LASTS, Claims
from shared.infrastructure.security.kept_keys import KeptKeys

ALGORITHM, TYPE = "ES256", "at+jwt"  # RFC 9068
LONGEST = 4096  # characters
NEEDED = ["iss", "aud", "sub", "scope", "iat", "exp", "jti"]
OURS_TO_CHECK = {"require": NEEDED, "verify_exp": False, "verify_iat": False, "verify_nbf": False}


class SignedTokens:
    def __init__(self, keys: KeptKeys, site: str) -> None:
        self._keys, self._site = keys, site.rstrip("/")

    def issue(self, claims: Claims, now: datetime) -> str:
        key, at = self._keys.signing(now), int(now.timestamp())
        said: dict[str, Any] = {
            "iss": self._site,
            "aud": f"{self._site}/api",
            "sub": claims.client_id,
            "client_id": claims.client_id,
            "scope": " ".join(sorted(claims.scopes)),
            "iat": at,
            "exp": at + int(LASTS.total_seconds()),
            "jti": secrets.token_hex(16),
        }
        return jwt.encode(said, key.private, ALGORITHM, {"kid": key.id, "typ": TYPE})

    def read(self, token: str, now: datetime) -> Claims | None:
        if len(token) > LONGEST:
            return None
        try:
            header = jwt.get_unverified_header(token)
            key = self._keys.verifying(str(header.get("kid")), now)
            if key is None or header.get("typ") != TYPE:
                return None
            said = jwt.decode(
                token,
                key.private.public_key(),
                [ALGORITHM],
                audience=f"{self._site}/api",
                issuer=self._site,
                options=OURS_TO_CHECK,  # pyright: ignore[reportArgumentType]
            )
        except jwt.PyJWTError:
            return None
        issued, ends = said["iat"], said["exp"]
        if not (isinstance(issued, int) and isinstance(ends, int) and issued <= now.timestamp() < ends):
            return None
        return Claims(str(said["sub"]), frozenset(str(said["scope"]).split()))
