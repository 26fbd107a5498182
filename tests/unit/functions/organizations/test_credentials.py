"""How imagini proves itself to a PACS: entered once, never shown again. # E6"""

import pytest

from tests.builders import HOSPITAL
from tests.unit.functions.browser import Browser
from tests.unit.functions.organizations.asking import HEAD, OPERATOR, As, configure, create

URL = "https://pacs.example.org/dicom-web"
AZURE = "https://clinic-one.dicom.azurehealthcareapis.com/v2"
BASIC = {"url": URL, "auth": "basic", "username": "imagini"}
OAUTH = {
    "url": URL,
    "auth": "oauth",
    "token_url": "https://login.example.org/token",
    "client_id": "imagini",
    "scope": "dicom",
}
SECRET = "hunter2"


def has_secret(browser: Browser, **given: object) -> bool:
    answer = configure(browser, **given)
    assert answer.status == 200, answer.body
    return answer.json["has_secret"]


@pytest.mark.parametrize(
    "given", [BASIC, OAUTH, {"url": URL, "auth": "bearer"}], ids=lambda given: given["auth"]
)
def test_a_secret_is_kept_and_never_given_back(operator: Browser, given: dict[str, str]) -> None:
    create(operator)

    assert has_secret(operator, **given) is False
    answer = configure(operator, **given, secret=SECRET)
    shown = operator.get(f"/organizations/{HOSPITAL}")
    assert answer.json["has_secret"] is True
    assert {name: shown.json["source"][name] for name in given} == given
    assert SECRET.encode() not in answer.body + shown.body + operator.get("/organizations").body


def test_it_can_be_said_while_an_organization_is_created(operator: Browser) -> None:
    created = create(operator, dicom_url=URL, auth="basic", username="imagini", secret=SECRET)

    assert created.json["source"]["has_secret"] is True
    assert SECRET.encode() not in created.body


@pytest.mark.parametrize(
    ("before", "change", "kept"),
    [
        (BASIC, {"url": "https://pacs.example.org/other"}, True),
        (BASIC, {"url": "https://thief.example.org/dicom-web"}, False),
        (BASIC, {"auth": "bearer"}, False),
        (OAUTH, {"scope": "other"}, True),
        (OAUTH, {"token_url": "https://thief.example.org/token"}, False),
    ],
)
def test_a_secret_that_is_not_given_again_is_kept_for_the_same_servers_only(
    operator: Browser, before: dict[str, str], change: dict[str, str], kept: bool
) -> None:
    create(operator)
    configure(operator, **before, secret=SECRET)

    assert has_secret(operator, **before | change) is kept


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (OAUTH | {"token_url": ""}, "Say where tokens are given"),
        (OAUTH | {"client_id": ""}, "Say where tokens are given"),
        ({"url": URL, "auth": "managed_identity"}, "A managed identity opens https://"),
        ({"url": AZURE.replace("https", "http"), "auth": "managed_identity"}, "A managed identity opens"),
        (
            {"url": "https://dicom.azurehealthcareapis.com.thief.example", "auth": "managed_identity"},
            "A managed",
        ),
    ],
)
def test_what_is_missing_or_leads_elsewhere_is_said(
    operator: Browser, given: dict[str, str], sentence: str
) -> None:
    create(operator)

    answer = configure(operator, **given)
    assert (answer.status, sentence in answer.json["detail"]) == (422, True)


def test_only_who_runs_the_platform_points_its_identity_somewhere(as_: As) -> None:
    """It may open the studies of several organizations."""
    create(as_(OPERATOR))
    azure, other = {"url": AZURE, "auth": "managed_identity"}, AZURE.replace("one", "two")

    assert configure(as_(HEAD), **azure).status == 403
    assert as_(HEAD).post("/source-checks", azure).status == 403
    assert configure(as_(OPERATOR), **azure).status == 200
    assert configure(as_(HEAD), **azure).status == 200
    assert configure(as_(HEAD), **azure | {"url": other}).status == 403
