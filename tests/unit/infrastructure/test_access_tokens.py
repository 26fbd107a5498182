"""Access tokens of our own: believed for ten minutes, and only as we have signed them. # threat 22"""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from shared.application.access_tokens import Claims
from shared.infrastructure.security.access_tokens import NAME, SignedTokens
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.builders import NOON

SITE = "https://imagini.example.org"
CLAIMS = Claims("general_hospital~0123", frozenset({"patients.read"}))
type Json = dict[str, Any]


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path)


@pytest.fixture
def tokens(secrets: FileSecrets) -> SignedTokens:
    return SignedTokens(secrets, SITE)


def test_a_token_says_who_and_what_for(tokens: SignedTokens) -> None:
    assert tokens.read(tokens.issue(CLAIMS, NOON), NOON) == CLAIMS


def test_a_token_is_believed_by_other_processes_too(tokens: SignedTokens, secrets: FileSecrets) -> None:
    token = tokens.issue(CLAIMS, NOON)

    assert SignedTokens(secrets, SITE).read(token, NOON) == CLAIMS


@pytest.mark.parametrize(("minutes", "believed"), [(0, True), (9.9, True), (10, False), (-1, False)])
def test_a_token_lasts_ten_minutes(tokens: SignedTokens, minutes: float, believed: bool) -> None:
    read = tokens.read(tokens.issue(CLAIMS, NOON), NOON + timedelta(minutes=minutes))

    assert (read is not None) is believed


def part(of: Json | bytes) -> bytes:
    return base64.urlsafe_b64encode(of if isinstance(of, bytes) else json.dumps(of).encode()).rstrip(b"=")


def sealed(header: Json, said: Json, secret: bytes) -> str:
    signed = part(header) + b"." + part(said)
    return (signed + b"." + part(hmac.new(secret, signed, hashlib.sha256).digest())).decode()


def test_no_other_token_is_believed(tokens: SignedTokens, secrets: FileSecrets) -> None:
    token = tokens.issue(CLAIMS, NOON)
    header = jwt.get_unverified_header(token)
    said: Json = jwt.decode(token, options={"verify_signature": False})
    ours = load_pem_private_key((secrets.get(NAME) or "").encode(), None)
    assert isinstance(ours, ec.EllipticCurvePrivateKey)
    theirs, public = ec.generate_private_key(ec.SECP256R1()), ours.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def signed(claims: Json, more: Json | None = None, key: ec.EllipticCurvePrivateKey = ours) -> str:
        return jwt.encode({**said, **claims}, key, "ES256", {**header, **(more or {})})

    def without(name: str) -> str:
        return jwt.encode({k: v for k, v in said.items() if k != name}, ours, "ES256", header)

    assert tokens.read(signed({}), NOON) == CLAIMS  # the tools above make good tokens, too
    unsigned = (part({**header, "alg": "none"}) + b"." + part(said) + b".").decode()
    for bad in (
        unsigned,
        sealed({**header, "alg": "HS256"}, said, pem),
        signed({}, key=theirs),
        signed({}, {"kid": "another"}),
        signed({}, {"typ": "JWT"}),  # an ID token, or anything else
        signed({"iss": "https://evil.example"}),
        signed({"aud": "https://other.example/api"}),
        signed({"exp": "never"}),
        signed({"exp": None}),
        *(without(name) for name in ("exp", "iat", "sub", "aud", "iss", "scope", "jti")),
        token[:-4] + "AAAA",
        token.replace(".", ".eyJ9", 1),
        "",
        ".",
        "a.b.c",
        "x" * 100_000,
    ):
        assert tokens.read(bad, NOON) is None, bad[:80]
