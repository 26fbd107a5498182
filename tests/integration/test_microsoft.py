"""Signing in with Microsoft through MSAL and a real OpenID provider over https; and the attacks on it.

# C1, threats 5 and 22 of the notes: an answer that is not ours, not now, or not by Microsoft opens nothing
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from functions.support import actors, endpoint
from shared.core.mediator import Mediator
from tests.servers.entra import (
    CLIENT_ID,
    CLIENT_SECRET,
    OTHER_TENANT,
    PERSON,
    STRANGER,
    TENANT,
    Provider,
    entra,
)
from tests.unit.functions.browser import Browser
from tests.world import EMAIL, PASSWORD, World

type Claims = dict[str, Any]

COOKIE = "imagini"
SIGN_IN = "/auth/signin?problem="


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with entra(tmp_path_factory.mktemp("entra")) as running:
        yield running


@pytest.fixture
def world(provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(provider.certificate))
    provider.will()
    world = World(tmp_path)
    world.settings = replace(
        world.settings,
        entra_client_id=CLIENT_ID,
        entra_client_secret=CLIENT_SECRET,
        entra_authority=provider.authority,
        public_url="https://imagini.example.org",
    )
    for module in (actors, endpoint):
        monkeypatch.setattr(module, "mediator", lambda: Mediator(world))
    monkeypatch.setattr(actors, "settings", lambda: world.settings)
    return world


@pytest.fixture
def linked(world: World, provider: Provider) -> Browser:
    """Somebody else's browser; Ada has linked her account in hers."""
    world.employ()
    ada = Browser()
    ada.post("/auth/sign-in", {"email": EMAIL, "password": PASSWORD})
    address = ada.post("/me/identities/microsoft").json["address"]
    assert come_back(ada, provider.waves_through(address)) == "/profile"
    return Browser()


def come_back(browser: Browser, answer: dict[str, str]) -> str:
    """Where the browser is led."""
    return browser.get(f"/auth/microsoft/callback?{urlencode(answer)}").headers["location"]


def leave(browser: Browser) -> str:
    return browser.get("/auth/microsoft").headers["location"]


def query_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_linked_account_signs_in(linked: Browser, provider: Provider) -> None:
    assert linked.get("/auth/options").json == {"microsoft": True}

    assert come_back(linked, provider.waves_through(leave(linked))) == "/"

    assert linked.get("/me").json["user"]["email"] == EMAIL


def test_what_is_asked_for_is_bound_to_us_and_to_this_moment(linked: Browser) -> None:
    first, second = query_of(leave(linked)), query_of(leave(linked))

    assert first["client_id"] == CLIENT_ID
    assert first["redirect_uri"] == "https://imagini.example.org/api/auth/microsoft/callback"
    assert (first["response_type"], first["code_challenge_method"]) == ("code", "S256")
    assert set(first["scope"].split()) == {"openid", "profile"}  # no token to act with afterwards
    for once in ("state", "nonce", "code_challenge"):
        assert len(first[once]) >= 16
        assert first[once] != second[once]


CLAIMS: dict[str, tuple[Claims, str]] = {
    "for another application": ({"aud": "somebody-else"}, "microsoft-failed"),
    "for several applications": ({"aud": [CLIENT_ID, "somebody-else"]}, "microsoft-failed"),
    "of another request": ({"nonce": "0" * 64}, "microsoft-failed"),
    "of no request": ({"nonce": None}, "microsoft-failed"),
    "of another issuer": ({"iss": f"https://evil.example/{TENANT}/v2.0"}, "microsoft-failed"),
    "of one tenant in another's name": ({"tid": OTHER_TENANT, "iss": "{own}"}, "microsoft-failed"),
    "of yesterday": ({"exp": int(time.time()) - 120}, "microsoft-failed"),
    "of tomorrow": ({"nbf": int(time.time()) + 3600}, "microsoft-failed"),
    "of no tenant": ({"tid": None}, "microsoft-failed"),
    "of a tenant that is none": ({"tid": "../organizations"}, "microsoft-failed"),
    "of nobody": ({"oid": None}, "microsoft-failed"),
    "of somebody else with the address": ({"oid": STRANGER, "email": EMAIL}, "microsoft-unknown"),
    "of the same person elsewhere": ({"tid": OTHER_TENANT, "email": EMAIL}, "microsoft-unknown"),
}


@pytest.mark.parametrize(("claims", "problem"), CLAIMS.values(), ids=CLAIMS)
def test_a_token_opens_nothing_that_is(
    linked: Browser, provider: Provider, claims: Claims, problem: str
) -> None:
    own = f"{provider.authority.removesuffix('/organizations')}/{TENANT}/v2.0"
    provider.will({name: own if value == "{own}" else value for name, value in claims.items()})

    assert come_back(linked, provider.waves_through(leave(linked))) == SIGN_IN + problem
    assert COOKIE not in linked.cookies


def forged(kind: str, claims: Claims, provider: Provider) -> str:
    """A token that says all the right things."""
    [public] = provider.keys()["keys"]
    headers = {"kid": public["kid"]}
    ours = rsa.generate_private_key(65537, 2048)
    pem = jwt.PyJWK(public).key.public_bytes(*_public_pem())
    return {
        "unsigned": lambda: jwt.encode(claims, "", "none", headers),
        "signed by ourselves": lambda: jwt.encode(claims, ours, "RS256", headers),
        "signed with a key that nobody knows": lambda: jwt.encode(claims, ours, "RS256", {"kid": "other"}),
        "sealed with the public key": lambda: _sealed(claims, pem, headers),
        "no token": lambda: "eyJ.garbage",
    }[kind]()


FORGED = (
    "unsigned",
    "signed by ourselves",
    "signed with a key that nobody knows",
    "sealed with the public key",
    "no token",
)


@pytest.mark.parametrize("kind", FORGED)
def test_a_token_opens_nothing_that_microsoft_has_not_signed(
    linked: Browser, provider: Provider, kind: str
) -> None:
    address = leave(linked)
    now = int(time.time())
    own = f"{provider.authority.removesuffix('/organizations')}/{TENANT}/v2.0"
    claims = {"iss": own, "aud": CLIENT_ID, "sub": "x", "iat": now, "exp": now + 600}
    claims |= {"tid": TENANT, "oid": PERSON, "nonce": query_of(address)["nonce"]}
    provider.will(id_token=forged(kind, claims, provider))

    assert come_back(linked, provider.waves_through(address)) == SIGN_IN + "microsoft-failed"
    assert COOKIE not in linked.cookies


def test_an_access_token_is_no_proof_of_who_somebody_is(linked: Browser, provider: Provider) -> None:
    provider.will(id_token="access")

    assert come_back(linked, provider.waves_through(leave(linked))) == SIGN_IN + "microsoft-failed"


def test_a_code_of_somebody_elses_sign_in_is_worth_nothing(linked: Browser, provider: Provider) -> None:
    """Injected with the right state: the code was asked for with another PKCE challenge."""
    stolen = provider.waves_through(leave(Browser()))
    state = query_of(leave(linked))["state"]

    assert come_back(linked, {"code": stolen["code"], "state": state}) == SIGN_IN + "microsoft-failed"
    assert COOKIE not in linked.cookies


def test_an_answer_with_another_state_is_not_the_one_that_was_waited_for(
    linked: Browser, provider: Provider
) -> None:
    answer = provider.waves_through(leave(linked))

    assert come_back(linked, answer | {"state": "ánother"}) == SIGN_IN + "microsoft-expired"
    assert come_back(linked, answer) == SIGN_IN + "microsoft-expired"  # that was the one try


def test_who_declines_at_microsoft_is_told_so(linked: Browser, provider: Provider) -> None:
    provider.will(declined=True)

    assert come_back(linked, provider.waves_through(leave(linked))) == SIGN_IN + "microsoft-cancelled"


def test_a_provider_in_trouble_is_said(linked: Browser, provider: Provider) -> None:
    answer = provider.waves_through(leave(linked))
    provider.will(status=500)

    assert come_back(linked, answer) == SIGN_IN + "microsoft-unavailable"


def test_a_provider_that_is_down_is_said(world: World) -> None:
    world.settings = replace(world.settings, entra_authority="https://localhost:9/organizations")

    assert leave(Browser()) == SIGN_IN + "microsoft-unavailable"


def test_nobody_is_asked_without_encryption(world: World) -> None:
    world.settings = replace(world.settings, entra_authority="http://localhost:9/organizations")

    assert leave(Browser()) == SIGN_IN + "microsoft-unavailable"


def _public_pem() -> tuple[Any, Any]:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return Encoding.PEM, PublicFormat.SubjectPublicKeyInfo


def _sealed(claims: Claims, secret: bytes, headers: dict[str, str]) -> str:
    """HS256 by hand: PyJWT refuses to make such a token."""
    import base64
    import hashlib
    import hmac
    import json

    def part(of: bytes) -> bytes:
        return base64.urlsafe_b64encode(of).rstrip(b"=")

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"} | headers).encode())
    signed = head + b"." + part(json.dumps(claims).encode())
    return (signed + b"." + part(hmac.new(secret, signed, hashlib.sha256).digest())).decode()
