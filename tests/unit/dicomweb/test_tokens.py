"""A PACS that opens by tokens: asked for at a real server, kept, and renewed in time. # E6"""

import asyncio
import json
import time
from collections.abc import Generator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from azure.identity import ManagedIdentityCredential

from shared.application.dicom.source import Resource, Search
from shared.domain.errors import Unavailable
from shared.domain.pacs import PacsSettings
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.issuing import by_client_credentials, by_managed_identity
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.tokens import Token, Tokens
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.builders import row
from tests.unit.dicomweb.pacs_double import Answer, Asked, PacsDouble, pacs_double
from tests.unit.dicomweb.test_sources import Setting

STUDIES = Search("studies", {})
STORED = [row({"0020000D": "1.2", "0020000E": "1.2.3", "00080018": "1.2.3.1", "00100020": "A11"})]


class Hospital:
    """A PACS that lets today's token in, and the server that gives it to who knows the secret."""

    def __init__(self, room: ExitStack) -> None:
        self.good, self.lifetime, self.way = "token-1", 3600, "body"
        self.pacs: PacsDouble = room.enter_context(pacs_double(self._opens))
        self.issuer: PacsDouble = room.enter_context(pacs_double(self._issues))

    @property
    def settings(self) -> PacsSettings:
        return PacsSettings(
            url=self.pacs.url,
            auth="oauth",
            token_url=f"{self.issuer.url}/token",
            client_id="imagini",
            scope="dicom",
            secret_name="pacs-clinic",
        )

    def _opens(self, asked: Asked) -> Answer:
        right = asked.headers.get("authorization") == f"Bearer {self.good}"
        there_are = (("X-Total-Count", str(len(STORED))),)
        return Answer(body=json.dumps(STORED).encode(), headers=there_are) if right else Answer(401)

    def _issues(self, asked: Asked) -> Answer:
        known = b"client_secret=s3cret" in asked.body if self.way == "body" else _basic(asked)
        if asked.path != "/dicom-web/token" or not known:
            return Answer(401, "application/json", b'{"error": "invalid_client"}')
        token = {"access_token": self.good, "token_type": "Bearer", "expires_in": self.lifetime}
        return Answer(200, "application/json", json.dumps(token).encode())


def _basic(asked: Asked) -> bool:
    return asked.headers.get("authorization") == "Basic aW1hZ2luaTpzM2NyZXQ="


@pytest.fixture
def hospital() -> Generator[Hospital]:
    with ExitStack() as room:
        yield Hospital(room)


@pytest.fixture
def setting(tmp_path: Path, hospital: Hospital) -> Setting:
    setting = Setting(tmp_path)
    setting.secrets.put("pacs-clinic", "s3cret")
    setting.configure(hospital.settings)
    return setting


def search(setting: Setting) -> None:
    setting.sources.of("clinic").search(STUDIES)


def shown(hospital: Hospital) -> list[str]:
    return [one.headers["authorization"].removeprefix("Bearer ") for one in hospital.pacs.asked]


@pytest.mark.parametrize(("way", "questions"), [("body", 1), ("header", 2)])
def test_a_token_is_asked_for_once_and_shown_to_the_pacs(
    setting: Setting, hospital: Hospital, way: str, questions: int
) -> None:
    hospital.way = way
    for _ in range(3):
        search(setting)
        setting.time += timedelta(minutes=1)  # the settings are read again

    assert len(hospital.issuer.asked) == questions
    assert b"grant_type=client_credentials" in hospital.issuer.asked[-1].body
    assert b"scope=dicom" in hospital.issuer.asked[-1].body
    assert set(shown(hospital)) == {"token-1"}


def test_a_token_that_is_refused_is_replaced_and_the_question_asked_again(
    setting: Setting, hospital: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.infrastructure.dicomweb.tokens.SETTLED", 0)
    source = setting.sources.of("clinic")
    assert len(source.search(STUDIES)) == 1

    hospital.good = "token-2"
    assert len(source.search(STUDIES)) == 1
    hospital.good = "token-3"
    asyncio.run(source.open(Resource("1.2", variant="metadata"), "*/*"))
    assert shown(hospital) == ["token-1", "token-1", "token-2", "token-2", "token-3"]


def test_a_pacs_that_lets_nobody_in_does_not_have_us_ask_for_tokens_again_and_again(
    setting: Setting, hospital: Hospital
) -> None:
    search(setting)
    hospital.good = "nobody's"
    for _ in range(3):
        with pytest.raises(Unavailable, match="refused imagini"):
            search(setting)

    assert len(hospital.issuer.asked) == 1


def test_a_token_is_replaced_shortly_before_it_expires() -> None:
    now, given = [0.0], iter(["one", "two"])
    tokens = Tokens(lambda: Token(next(given), 3600), lambda: now[0])

    assert tokens.current() == "one"
    now[0] = 3479
    assert tokens.current() == "one"
    now[0] = 3481
    assert tokens.current() == "two"


@pytest.mark.parametrize(
    ("secret", "token_url", "remark"),
    [
        ("s3cret", None, None),
        ("wrong", None, "token-refused"),
        ("", None, "secret-missing"),
        ("s3cret", "http://169.254.169.254/token", "token-address"),
        ("s3cret", "http://127.0.0.1:9/token", "token-unreachable"),
        ("s3cret", "http://tokens.invalid/", "token-unreachable"),
    ],
)
def test_the_check_tells_what_is_wrong_with_the_server_of_tokens(
    hospital: Hospital, tmp_path: Path, secret: str, token_url: str | None, remark: str | None
) -> None:
    settings = hospital.settings.model_copy(update={"token_url": token_url} if token_url else {})
    steps = PacsChecker(Places.here(), FileSecrets(tmp_path)).steps(settings, secret)

    [step] = [one for one in steps if one.step == "authenticate"]
    assert (step.remark, step.status) == (remark, "failed" if remark else "passed")


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"{}", b'{"access_token": 5}', b'{"access_token": "a\\r\\nX: y"}']
)
def test_what_is_no_token_is_not_taken_for_one(hospital: Hospital, body: bytes) -> None:
    with pacs_double(lambda _: Answer(200, "application/json", body)) as issuer:
        settings = hospital.settings.model_copy(update={"token_url": issuer.url})
        with pytest.raises(Unavailable, match="no token"):
            by_client_credentials(settings, "s3cret", Places.here())


def test_the_server_of_tokens_is_guarded_as_a_pacs_is(hospital: Hospital) -> None:  # threat 3
    with pytest.raises(Unavailable, match="may not call the server"):
        by_client_credentials(hospital.settings, "s3cret", Places(plain=True))
    assert hospital.issuer.asked == []


AZURE = PacsSettings(url="https://clinic-one.dicom.azurehealthcareapis.com/v2", auth="managed_identity")


def test_what_imagini_runs_as_gets_a_token_from_azures_own_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    """With azure-identity, from an endpoint such as App Service gives; no further: there is no Azure here."""

    def gives(asked: Asked) -> Answer:
        assert asked.headers["x-identity-header"] == "ours"
        resource = asked.query["resource"][0]
        token = {"access_token": f"for {resource}", "expires_on": str(int(time.time()) + 3600)}
        return Answer(200, "application/json", json.dumps(token).encode())

    with pacs_double(gives) as endpoint:
        monkeypatch.setenv("IDENTITY_ENDPOINT", endpoint.url)
        monkeypatch.setenv("IDENTITY_HEADER", "ours")
        token = by_managed_identity(AZURE, ManagedIdentityCredential())

    assert token.value == "for https://dicom.healthcareapis.azure.com"
    assert 3500 < token.lifetime <= 3600


def test_what_imagini_runs_as_is_shown_to_azure_only() -> None:
    elsewhere = AZURE.model_copy(update={"url": "https://thief.example.org/dicom-web"})
    with pytest.raises(Unavailable, match="Azure Health Data Services only"):
        by_managed_identity(elsewhere)
