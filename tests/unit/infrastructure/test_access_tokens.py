"""Access tokens of our own: believed for ten minutes, and only as we have signed them. # threat 22"""

import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from shared.application.access_tokens import Claims
from shared.infrastructure.security.access_tokens import SignedTokens
from shared.infrastructure.security.file_secrets import FileSecrets
from shared.infrastructure.security.kept_keys import NAME, KeptKeys
from shared.infrastructure.security.key_ring import KeyRing, SigningKey
from tests.builders import NOON

SITE = "https://imagini.example.org"
CLAIMS = Claims("general_hospital~0123", frozenset({"patients.read"}))
type Json = dict[str, Any]


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path)


def process(secrets: FileSecrets) -> SignedTokens:
    return SignedTokens(KeptKeys(secrets), SITE)


@pytest.fixture
def tokens(secrets: FileSecrets) -> SignedTokens:
    return process(secrets)


def test_a_token_says_who_and_what_for(tokens: SignedTokens) -> None:
    assert tokens.read(tokens.issue(CLAIMS, NOON), NOON) == CLAIMS


def test_a_token_is_believed_by_other_processes_too(tokens: SignedTokens, secrets: FileSecrets) -> None:
    token = tokens.issue(CLAIMS, NOON)

    assert process(secrets).read(token, NOON) == CLAIMS


@pytest.mark.parametrize(("minutes", "believed"), [(0, True), (9.9, True), (10, False), (-1, False)])
def test_a_token_lasts_ten_minutes(tokens: SignedTokens, minutes: float, believed: bool) -> None:
    read = tokens.read(tokens.issue(CLAIMS, NOON), NOON + timedelta(minutes=minutes))

    assert (read is not None) is believed


def after(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_a_new_key_signs_once_all_know_it_and_tokens_of_the_old_one_stay_good(secrets: FileSecrets) -> None:
    here, there = process(secrets), process(secrets)
    first = here.issue(CLAIMS, NOON)
    assert there.read(first, NOON) == CLAIMS  # it has looked now, and looks again in a minute

    KeptKeys(secrets).rotate(NOON)

    for minutes in (0, 0.5, 1.1, 1.9, 2, 2.1, 5, 9.9):
        for one, other in ((here, there), (there, here)):
            assert other.read(one.issue(CLAIMS, after(minutes)), after(minutes)) == CLAIMS, minutes
        assert there.read(first, after(minutes)) == CLAIMS, minutes
    assert kid(here.issue(CLAIMS, after(1.9))) == kid(first) != kid(here.issue(CLAIMS, after(2)))


def test_a_key_is_believed_no_longer_than_its_last_token(tokens: SignedTokens, secrets: FileSecrets) -> None:
    old = SigningKey.of(ec.generate_private_key(ec.SECP256R1()), 0.0)
    secrets.put(NAME, old.pem)  # as it was kept before there were several
    header, said = jwt.get_unverified_header(tokens.issue(CLAIMS, NOON)), claims_of(tokens, after(20))
    assert header["kid"] == old.id
    forged = jwt.encode(said, old.private, "ES256", header)
    assert tokens.read(forged, after(20)) == CLAIMS

    KeptKeys(secrets).rotate(NOON)

    assert process(secrets).read(forged, after(20)) is None  # who has stolen it can make no more of it


def test_a_key_that_was_seen_ends_at_once_with_all_its_tokens(secrets: FileSecrets) -> None:
    here, there = process(secrets), process(secrets)
    token = here.issue(CLAIMS, NOON)
    assert there.read(token, NOON) == CLAIMS

    KeptKeys(secrets).rotate(NOON, at_once=True)

    assert here.read(token, after(1.1)) is None
    assert there.read(token, after(1.1)) is None
    assert there.read(here.issue(CLAIMS, after(1.1)), after(1.1)) == CLAIMS


def kid(token: str) -> str:
    return jwt.get_unverified_header(token)["kid"]


def claims_of(tokens: SignedTokens, at: datetime) -> Json:
    return jwt.decode(tokens.issue(CLAIMS, at), options={"verify_signature": False})


def part(of: Json | bytes) -> bytes:
    return base64.urlsafe_b64encode(of if isinstance(of, bytes) else json.dumps(of).encode()).rstrip(b"=")


def sealed(header: Json, said: Json, secret: bytes) -> str:
    signed = part(header) + b"." + part(said)
    return (signed + b"." + part(hmac.new(secret, signed, hashlib.sha256).digest())).decode()


def test_no_other_token_is_believed(tokens: SignedTokens, secrets: FileSecrets) -> None:
    token = tokens.issue(CLAIMS, NOON)
    header = jwt.get_unverified_header(token)
    said: Json = jwt.decode(token, options={"verify_signature": False})
    current = KeyRing.loads(secrets.get(NAME) or "").current(NOON)
    assert current is not None
    ours = current.private
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
