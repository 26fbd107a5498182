"""The keys that sign our access tokens: one at a time, and those before it until their tokens end."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from shared.application.access_tokens import LASTS

LOOKED_AT_EVERY = timedelta(minutes=1)  # by each process
KNOWN_BEFORE_USE = 2 * LOOKED_AT_EVERY  # so that nobody is shown a token of a key that they have not seen


class SigningKey(NamedTuple):
    id: str  # follows from the key, as `kid` of its tokens
    private: ec.EllipticCurvePrivateKey
    since: float  # when it begins to sign; seconds since 1970

    @classmethod
    def of(cls, private: ec.EllipticCurvePrivateKey, since: float) -> Self:
        public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return cls(hashlib.sha256(public).hexdigest()[:16], private, since)

    @classmethod
    def made(cls, since: datetime) -> Self:
        return cls.of(ec.generate_private_key(ec.SECP256R1()), since.timestamp())

    @property
    def pem(self) -> str:
        kept = self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return kept.decode()


class KeyRing:
    def __init__(self, keys: Iterable[SigningKey] = ()) -> None:
        self._keys = sorted(keys, key=lambda key: key.since)

    @classmethod
    def loads(cls, text: str) -> Self:
        """Also a key alone, as it was kept before there were several."""
        if not text.startswith("["):
            return cls(_keys({"pem": text, "since": 0.0}))
        return cls(key for each in json.loads(text) for key in _keys(each))

    def dumps(self) -> str:
        return json.dumps([{"pem": key.pem, "since": key.since} for key in self._keys])

    def current(self, now: datetime) -> SigningKey | None:
        return next((key for key in reversed(self._keys) if key.since <= now.timestamp()), None)

    def key(self, id: str, now: datetime) -> SigningKey | None:
        """None as well for one whose last token has ended."""
        return next((key for key in self._needed(now) if key.id == id), None)

    def with_next(self, now: datetime, at_once: bool = False) -> "KeyRing":
        """A new key that signs in a while, beside those of which a token may live; at once, and alone."""
        kept = [] if at_once else self._needed(now)
        return KeyRing([*kept, SigningKey.made(now + KNOWN_BEFORE_USE if kept else now)])

    def _needed(self, now: datetime) -> list[SigningKey]:
        """All but those of which the last token ended: the next key took over that long ago."""
        last = (now - LASTS - KNOWN_BEFORE_USE).timestamp()
        following = [*(key.since for key in self._keys[1:]), float("inf")]
        return [key for key, replaced in zip(self._keys, following, strict=False) if replaced > last]


def _keys(kept: dict[str, str | float]) -> Iterable[SigningKey]:
    private = load_pem_private_key(str(kept["pem"]).encode(), None)
    if isinstance(private, ec.EllipticCurvePrivateKey):
        yield SigningKey.of(private, float(kept["since"]))
