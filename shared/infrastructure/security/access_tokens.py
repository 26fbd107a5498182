"""Access tokens of our own: JWTs, signed with ES256 by a key that is kept with the other secrets."""

import hashlib
import secrets
from datetime import datetime
from time import monotonic
from typing import Any, NamedTuple

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from shared.application.access_tokens import LASTS, Claims
from shared.application.ports import Secrets

ALGORITHM, TYPE = "ES256", "at+jwt"  # RFC 9068
NAME = "access-token-key"
LOOKED_AT_MOST_EVERY = 60.0  # seconds; another process may have made the key at the same moment
LONGEST = 4096  # characters
NEEDED = ["iss", "aud", "sub", "scope", "iat", "exp", "jti"]
OURS_TO_CHECK = {"require": NEEDED, "verify_exp": False, "verify_iat": False, "verify_nbf": False}


class Key(NamedTuple):
    id: str
    private: ec.EllipticCurvePrivateKey


class SignedTokens:
    def __init__(self, secrets: Secrets, site: str) -> None:
        self._secrets, self._site = secrets, site.rstrip("/")
        self._known: Key | None = None
        self._read_at = float("-inf")

    def issue(self, claims: Claims, now: datetime) -> str:
        key, at = self._known or self._read() or self._made(), int(now.timestamp())
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
            key = self._key(str(header.get("kid")))
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

    def _key(self, id: str) -> Key | None:
        age = monotonic() - self._read_at
        if (self._known is None or self._known.id != id) and age > LOOKED_AT_MOST_EVERY:
            self._read()
        return self._known if self._known and self._known.id == id else None

    def _read(self) -> Key | None:
        self._read_at = monotonic()
        if pem := self._secrets.get(NAME):
            private = load_pem_private_key(pem.encode(), None)
            if isinstance(private, ec.EllipticCurvePrivateKey):
                self._known = Key(_id_of(private), private)
        return self._known

    def _made(self) -> Key:
        private = ec.generate_private_key(ec.SECP256R1())
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._secrets.put(NAME, pem.decode())
        self._known = Key(_id_of(private), private)
        return self._known


def _id_of(private: ec.EllipticCurvePrivateKey) -> str:
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(public).hexdigest()[:16]
