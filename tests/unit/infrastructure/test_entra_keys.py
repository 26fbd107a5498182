"""The keys of the OpenID provider: kept; read anew when one is missing, at most once a minute. # threat 22"""

import json
from io import BytesIO
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from requests.adapters import HTTPAdapter

from shared.domain.errors import Unavailable
from shared.infrastructure.entra.provider import Provider, http

AUTHORITY = "https://login.example/organizations"
KEY = json.loads(RSAAlgorithm.to_jwk(rsa.generate_private_key(65537, 2048).public_key()))


class Microsoft(HTTPAdapter):
    """Answers from memory, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.keys, self.asked = ["first"], 0

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        answer = requests.Response()
        answer.status_code = 200
        about = {"issuer": "https://login.example/{tenantid}/v2.0", "jwks_uri": "https://login.example/keys"}
        if request.path_url == "/keys":
            self.asked += 1
            about = {"keys": [KEY | {"kid": kid} for kid in self.keys]}
        answer.raw = BytesIO(json.dumps(about).encode())
        return answer


@pytest.fixture
def microsoft() -> Microsoft:
    return Microsoft()


@pytest.fixture
def provider(microsoft: Microsoft) -> Provider:
    session = requests.Session()
    session.mount("https://", microsoft)
    return Provider(AUTHORITY, session)


def test_an_issuer_names_the_tenant(provider: Provider) -> None:
    assert provider.issuer_of("contoso") == "https://login.example/contoso/v2.0"


def test_keys_are_kept(provider: Provider, microsoft: Microsoft) -> None:
    for _ in range(3):
        assert provider.key("first")

    assert microsoft.asked == 1


def test_made_up_keys_make_nobody_ask_again_and_again(provider: Provider, microsoft: Microsoft) -> None:
    assert [provider.key(f"made up {n}") for n in range(20)] == [None] * 20
    assert microsoft.asked == 1


def test_a_new_key_is_known_a_minute_later(
    provider: Provider, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.key("first")
    microsoft.keys = ["first", "second"]
    now = provider.__module__ + ".monotonic"
    monkeypatch.setattr(now, lambda: float("inf"))

    assert provider.key("second")


def test_nothing_is_asked_without_encryption() -> None:
    with pytest.raises(Unavailable):
        Provider("http://login.example/organizations", http()).issuer_of("contoso")
